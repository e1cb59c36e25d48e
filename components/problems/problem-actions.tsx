"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { History, Pencil, Shuffle, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { refreshProblems } from "./refresh-problems.ts";

/** What can be done with a problem: change it, see its versions, delete it. */
export function ProblemActions({ project, problem }: { project: string; problem: Problem }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const role = useQuery(projectQuery(api, project)).data?.role;
  const writes = role === "curator" || role === "lead";
  const table = `/projects/${project}/problems`;
  const at = `${table}/${problem.id}`;

  const restore = useMutation(
    api.bin.restore.mutationOptions({
      onSuccess: ({ id }) => {
        void refreshProblems(queryClient);
        router.push(`${table}/${id}`);
      },
      onError: (error) =>
        notify({ tone: "bad", title: "It is still in the bin", description: apiFailure(error).message }),
    }),
  );
  const remove = useMutation(
    api.problems.remove.mutationOptions({
      onSuccess: () => {
        router.push(problem.nextId === null ? table : `${table}/${problem.nextId}`);
        notify({
          title: `Problem ${problem.id} is in the bin`,
          action: { label: "Undo", onClick: () => restore.mutate({ project, problem: problem.id }) },
        });
        void refreshProblems(queryClient);
      },
      onError: (error) =>
        notify({ tone: "bad", title: "It wasn't deleted", description: apiFailure(error).message }),
    }),
  );
  const bin = () => {
    if (!remove.isPending) remove.mutate({ project, problem: problem.id });
  };
  useHotkeys({ e: () => router.push(`${at}/edit`), "#": bin }, { enabled: writes });
  useHotkeys({ h: () => router.push(`${at}/history`) });
  return (
    <>
      {writes ? (
        <LinkButton href={`${at}/edit`} icon={<Pencil aria-hidden />} shortcut="e" size="sm">
          Edit
        </LinkButton>
      ) : null}
      {writes && problem.origin === "seed" && problem.split === "train" ? (
        <LinkButton href={`${at}/template`} icon={<Shuffle aria-hidden />} size="sm" variant="ghost">
          Vary
        </LinkButton>
      ) : null}
      <LinkButton
        href={`${at}/history`}
        icon={<History aria-hidden />}
        shortcut="h"
        size="sm"
        variant="ghost"
      >
        History
      </LinkButton>
      {writes ? (
        <IconButton
          icon={<Trash2 aria-hidden />}
          label="Delete"
          onClick={bin}
          pending={remove.isPending}
          shortcut="#"
          size="sm"
        />
      ) : null}
    </>
  );
}

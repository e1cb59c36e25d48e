"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { refreshProblems } from "../refresh-problems.ts";
import { SuggestedSubdomain } from "./suggested-subdomain.tsx";

/** For the page of a problem without a sub-domain: the suggestion, which becomes the problem's when it is accepted. */
export function ClassifyProblem({ project, problem }: { project: string; problem: Problem }) {
  const queryClient = useQueryClient();
  const update = useMutation(
    api.problems.update.mutationOptions({
      onSuccess: () => refreshProblems(queryClient),
      onError: (error) =>
        notify({ tone: "bad", title: "The sub-domain wasn't set", description: apiFailure(error).message }),
    }),
  );
  const { id, version, text, answer, solution, difficulty, tags, source, split } = problem;

  function accept(subdomain: string): void {
    if (update.isPending) return;
    const fields = { text, answer, solution, subdomain, difficulty, tags, source, split };
    update.mutate({ project, problem: id, version, fields });
  }

  return <SuggestedSubdomain project={project} text={text} value={null} onAccept={accept} />;
}

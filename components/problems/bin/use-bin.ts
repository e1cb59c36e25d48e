"use client";

import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { BinnedProblem } from "#lib/problems/contract/bin.ts";
import { refreshProblems } from "../refresh-problems.ts";
import { binQuery } from "./queries.ts";
import { withoutRow } from "./without-row.ts";

interface BinPage {
  items: BinnedProblem[];
  nextCursor: number | null;
  count: number;
}

/** Takes problems out of the bin, or deletes them for good. A row goes at once and comes back if that fails. */
export function useBin(project: string) {
  const queryClient = useQueryClient();
  const { queryKey } = binQuery(api, project);
  const take = async (problem: number) => {
    await queryClient.cancelQueries({ queryKey });
    const before = queryClient.getQueryData<InfiniteData<BinPage, number | null>>(queryKey);
    if (before) queryClient.setQueryData(queryKey, withoutRow(before, problem));
    return { before };
  };
  const putBack = (
    title: string,
    error: unknown,
    before: InfiniteData<BinPage, number | null> | undefined,
  ) => {
    if (before) queryClient.setQueryData(queryKey, before);
    notify({ tone: "bad", title, description: apiFailure(error).message });
  };
  const settled = () => void refreshProblems(queryClient);

  const binAgain = useMutation(
    api.problems.remove.mutationOptions({
      onError: (error) =>
        notify({ tone: "bad", title: "It is still restored", description: apiFailure(error).message }),
      onSettled: settled,
    }),
  );
  const restore = useMutation(
    api.bin.restore.mutationOptions({
      onMutate: ({ problem }) => take(Number(problem)),
      onError: (error, _, context) => putBack("It couldn't be restored", error, context?.before),
      onSuccess: (restored) =>
        notify({
          tone: "good",
          title: `Problem ${restored.id} is back`,
          action: { label: "Undo", onClick: () => binAgain.mutate({ project, problem: restored.id }) },
        }),
      onSettled: settled,
    }),
  );
  const purge = useMutation(
    api.bin.purge.mutationOptions({
      onSuccess: () => notify({ tone: "good", title: "It is deleted for good" }),
      onSettled: settled,
    }),
  );
  return {
    restore: (problem: number) => restore.mutate({ project, problem }),
    purge: (problem: number) => purge.mutateAsync({ project, problem }),
  };
}

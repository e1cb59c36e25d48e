"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { countWords } from "../count-words.ts";
import { refreshProblems } from "../refresh-problems.ts";

/** Takes a bulk edit back, and says what of it could be taken back. */
export function useUndoBulk(project: string) {
  const queryClient = useQueryClient();
  const undo = useMutation(
    api.bulk.undo.mutationOptions({
      onSuccess: ({ undone, kept }) =>
        notify({
          tone: kept === 0 ? "good" : "warn",
          title: `${countWords(undone, "problem")} as before`,
          description:
            kept === 0 ? undefined : `${countWords(kept, "problem")} changed since and left as they are.`,
        }),
      onError: (error) =>
        notify({ tone: "bad", title: "It wasn't taken back", description: apiFailure(error).message }),
      onSettled: () => void refreshProblems(queryClient),
    }),
  );
  return {
    undo: (edit: number) => undo.mutate({ project, edit }),
    undoing: undo.isPending ? undo.variables.edit : null,
  };
}

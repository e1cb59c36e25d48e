import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "#components/api/api.ts";
import { candidateQuery } from "./queries.ts";

/** Fetches candidates before they are looked at, so that stepping to them waits for nothing. */
export function useAhead(project: string, candidates: readonly (number | null | undefined)[]): void {
  const queryClient = useQueryClient();
  const ids = candidates.flatMap((id) => id ?? []).join(" ");
  useEffect(() => {
    for (const id of ids.split(" ").filter(Boolean)) {
      void queryClient.prefetchQuery(candidateQuery(api, project, Number(id)));
    }
  }, [ids, project, queryClient]);
}

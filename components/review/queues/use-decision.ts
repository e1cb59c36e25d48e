import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { type ApiFailure, apiFailure } from "#lib/api/client.ts";
import type { FullUnit } from "#lib/review/contract/queues.ts";
import { errorTagsQuery, queueQuery, queuesQuery, unitQuery } from "./queries.ts";

export interface Deciding {
  settle: (category: string, notes: { tags: readonly string[]; remark: string }) => void;
  setGold: (category: string | null) => void;
  isPending: boolean;
  /** Of the last try; null once one has gone well. */
  refused: ApiFailure | null;
  isConflict: boolean;
  /** Takes the unit over as it stands now, after somebody else has changed it. */
  reload: () => Promise<void>;
}

/** Decides a unit, or makes it gold, at the version that is in view. One at a time: a second key waits for nothing. */
export function useDecision(project: string, queue: number, unit: FullUnit): Deciding {
  const queryClient = useQueryClient();
  const { queryKey } = unitQuery(api, project, queue, unit.id);
  const onSuccess = async (changed: FullUnit) => {
    queryClient.setQueryData(queryKey, changed);
    // Asked for anew on the next page: this one's way to the next unit starts from the list as it was.
    await queryClient.invalidateQueries({ queryKey: api.queues.units.key(), refetchType: "none" });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queueQuery(api, project, queue).queryKey }),
      queryClient.invalidateQueries({ queryKey: queuesQuery(api, project).queryKey }),
      queryClient.invalidateQueries({ queryKey: errorTagsQuery(api, project).queryKey }),
    ]);
  };
  const settling = useMutation(api.queues.settle.mutationOptions({ onSuccess }));
  const gilding = useMutation(api.queues.setGold.mutationOptions({ onSuccess }));
  const isPending = settling.isPending || gilding.isPending;
  const error = settling.error ?? gilding.error;
  const refused = error === null ? null : apiFailure(error);
  const forget = () => {
    settling.reset();
    gilding.reset();
  };
  const which = { project, queue, unit: unit.id, version: unit.version };
  return {
    isPending,
    refused,
    isConflict: refused?.field === "version",
    settle: (category, { tags, remark }) => {
      if (isPending) return;
      forget();
      settling.mutate({ ...which, category, tags: [...tags], remark });
    },
    setGold: (category) => {
      if (isPending) return;
      forget();
      gilding.mutate({ ...which, category });
    },
    reload: async () => {
      await queryClient.refetchQueries({ queryKey });
      forget();
    },
  };
}

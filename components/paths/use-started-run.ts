import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "#components/api/api.ts";
import { isLive, runQuery } from "#components/jobs/queries.ts";
import type { Run } from "#lib/jobs/contract.ts";

/**
 * Follows a run that this screen has started; `onEnd` is called once, when it is done, failed or cancelled.
 * `id` is null while none goes on.
 */
export function useStartedRun(project: string, onEnd: (run: Run) => void) {
  const [id, setId] = useState<number | null>(null);
  const options = runQuery(api, project, id ?? 0);
  const { data } = useQuery(id === null ? { ...options, queryFn: skipToken } : options);
  const latestOnEnd = useRef(onEnd);
  useEffect(() => {
    latestOnEnd.current = onEnd;
  });
  useEffect(() => {
    if (id === null || !data || isLive(data)) return;
    setId(null);
    latestOnEnd.current(data);
  }, [id, data]);
  return { id, run: id === null ? null : (data ?? null), follow: setId };
}

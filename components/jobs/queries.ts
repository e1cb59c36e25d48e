import type { Api } from "#components/api/api.ts";
import type { Run } from "#lib/jobs/contract.ts";

const WATCH_MS = 700;
const IDLE_MS = 5_000;

/** Moves, or will by itself. A paused run does neither, and hasn't ended either. */
export function isLive(run: Pick<Run, "state">): boolean {
  return run.state === "queued" || run.state === "running";
}

/** Asks often while something moves, and rarely otherwise. */
export const runsQuery = (api: Api, project: string) =>
  api.runs.list.queryOptions({
    input: { project, limit: 100 },
    refetchInterval: (query) => (query.state.data?.items.some(isLive) ? WATCH_MS : IDLE_MS),
  });

export const runQuery = (api: Api, project: string, run: number) =>
  api.runs.get.queryOptions({
    input: { project, run },
    refetchInterval: (query) => (query.state.data && !isLive(query.state.data) ? false : WATCH_MS),
  });

export const runLogQuery = (api: Api, project: string, run: number, live: boolean) =>
  api.runs.log.queryOptions({
    input: { project, run, limit: 200 },
    refetchInterval: live ? WATCH_MS : false,
  });

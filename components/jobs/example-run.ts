import type { Run } from "#lib/jobs/contract.ts";

/** A run that waits, for tests; its parts as they are given. */
export function exampleRun(part: Partial<Run>): Run {
  return {
    id: 12,
    kind: "vary",
    state: "queued",
    done: 0,
    total: null,
    counts: {},
    parameters: {},
    result: null,
    error: null,
    createdBy: null,
    createdAt: "2026-01-01T00:00:00Z",
    startedAt: null,
    finishedAt: null,
    cancelRequested: false,
    pauseRequested: false,
    ...part,
  };
}

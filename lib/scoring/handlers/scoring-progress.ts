import type { RunHandle } from "#lib/jobs/job.ts";
import type { ModelCaller } from "#lib/models/request.ts";

export interface ScoringCounts {
  scored: number;
  /** Replies that gave no score; the calls are kept. */
  unread: number;
}

/** Tells how far a run that asks a model has come, with what its calls have used. */
export async function tellScoring(
  run: RunHandle,
  far: { done: number; total: number },
  counts: ScoringCounts | { embedded: number },
  caller: ModelCaller,
): Promise<void> {
  const { calls, inputTokens, outputTokens, cost, lost } = caller.spent();
  await run.progress({
    ...far,
    counts: {
      ...counts,
      requests: calls,
      inputTokens,
      outputTokens,
      costMicros: Math.round(cost * 1e6),
      lost,
    },
  });
}

import { randomUUID } from "node:crypto";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Handler, Progress, RunHandle } from "./job.ts";
import { isLastAttempt } from "./queue.ts";
import {
  claimRun,
  endRun,
  finishRun,
  type HeldRun,
  restRun,
  type Standing,
  writeLog,
  writeProgress,
} from "./store/hold.ts";

/** Thrown through a handler to stop it; the reason says how the run ends. */
class RunStopped extends Error {
  readonly standing: Exclude<Standing, "held">;

  constructor(standing: Exclude<Standing, "held">) {
    super(`run ${standing}`);
    this.standing = standing;
  }
}

const PROGRESS_EVERY_MS = 250;

function hold(run: HeldRun, holder: string, abort: AbortController) {
  let lastWrite = 0;
  let pending: Progress = {};
  const state = { committed: false };

  async function flush(): Promise<void> {
    const sent = pending;
    pending = {};
    const standing = await writeProgress(run.id, holder, sent);
    if (standing === "held") return;
    const stopped = new RunStopped(standing);
    abort.abort(stopped);
    throw stopped;
  }

  const handle: RunHandle = {
    id: run.id,
    projectId: run.projectId,
    createdById: run.createdById,
    parameters: run.parameters,
    attempt: run.attempt,
    signal: abort.signal,
    async progress(progress) {
      const first = lastWrite === 0;
      pending = { ...pending, ...progress, counts: { ...pending.counts, ...progress.counts } };
      const now = performance.now();
      if (!first && now - lastWrite < PROGRESS_EVERY_MS) return;
      lastWrite = now;
      await flush();
    },
    log: (messages) => writeLog(run.id, messages),
    async commit(tx, result) {
      await writeProgress(run.id, holder, pending);
      if (!(await finishRun(tx, run.id, holder, result))) throw new RunStopped("lost");
      state.committed = true;
    },
  };
  return { handle, state, flush };
}

/**
 * Runs one queued run to its end. Expected failures (AppError) and cancellation end it; an unexpected error is
 * thrown on, so that the queue tries again, until the last attempt.
 */
export async function executeRun(runId: number, handlers: ReadonlyMap<string, Handler>): Promise<void> {
  const holder = randomUUID();
  const run = await claimRun(runId, holder);
  if (!run) return;
  const abort = new AbortController();
  const { handle, state, flush } = hold(run, holder, abort);
  try {
    const handler = handlers.get(run.kind);
    if (!handler)
      throw new AppError("internal", `This version of Lemma doesn't know runs of kind ${run.kind}.`);
    const result = await handler.work(handle);
    if (!state.committed) {
      await flush();
      await finishRun(sql(), run.id, holder, result ?? {});
    }
  } catch (error) {
    if (error instanceof RunStopped) {
      if (error.standing === "cancelled") await endRun(run.id, holder, "cancelled", "Cancelled.");
      if (error.standing === "paused") await restRun(run.id, holder);
      return;
    }
    if (error instanceof AppError) return endRun(run.id, holder, "failed", error.message);
    console.error(`run ${run.id} (${run.kind}), attempt ${run.attempt}:`, error);
    if (!isLastAttempt(run.attempt)) throw error;
    await endRun(
      run.id,
      holder,
      "failed",
      "It failed several times in a way that nobody expected. The worker's log has the details.",
    );
  }
}

import type { z } from "zod";
import type { SqlTransaction } from "#lib/db.ts";

/** A kind of run, known to whoever enqueues it. What it does is in a handler, which only the worker imports. */
export interface Job<P extends z.ZodType = z.ZodType> {
  readonly kind: string;
  readonly parameters: P;
}

export function defineJob<P extends z.ZodType>(kind: string, parameters: P): Job<P> {
  return { kind, parameters };
}

export interface Progress {
  /** Units done so far, and wanted in all where known. */
  done?: number;
  total?: number;
  counts?: Record<string, number>;
}

export interface LogMessage {
  level: "info" | "warning" | "error";
  message: string;
  line?: number;
  field?: string;
}

export type RunResult = Record<string, unknown>;

/** A run in the hands of the worker that holds it. */
export interface RunHandle<P = unknown> {
  readonly id: number;
  readonly projectId: number;
  readonly createdById: string | null;
  readonly parameters: P;
  /** 1 for the first try; more after a worker died or an unexpected error. */
  readonly attempt: number;
  /** Aborted when someone cancels or pauses the run, or another worker has taken it over. */
  readonly signal: AbortSignal;
  /** Writes progress at most a few times a second; throws when the run is cancelled, paused or lost. */
  progress(progress: Progress): Promise<void>;
  log(messages: readonly LogMessage[]): Promise<void>;
  /**
   * Ends the run inside the handler's own transaction, so that its rows and its end are one.
   * Throws when this worker no longer holds the run.
   */
  commit(tx: SqlTransaction, result: RunResult): Promise<void>;
}

/** What the worker runs for a job. It returns the result, or has called `run.commit`. */
export interface Handler {
  readonly kind: string;
  work(run: RunHandle): Promise<RunResult | undefined>;
}

/** Binds a job's definition to its work; parameters are parsed before the work starts. */
export function handle<P extends z.ZodType>(
  job: Job<P>,
  work: (run: RunHandle<z.infer<P>>) => Promise<RunResult | undefined>,
): Handler {
  return {
    kind: job.kind,
    work: (run) => work({ ...run, parameters: job.parameters.parse(run.parameters) }),
  };
}

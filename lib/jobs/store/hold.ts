import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import type { LogMessage, Progress, RunResult } from "../job.ts";

export interface HeldRun {
  id: number;
  projectId: number;
  kind: string;
  parameters: unknown;
  createdById: string | null;
  attempt: number;
}

/** Takes a run for this holder, from the queue or from a worker that died. Null when it has ended. */
export async function claimRun(id: number, holder: string): Promise<HeldRun | null> {
  const [row] = await sql()<HeldRun[]>`
    UPDATE run SET state = 'running', holder = ${holder}, attempt = attempt + 1,
      started_at = coalesce(started_at, now()), done = 0, counts = '{}'
    WHERE id = ${id} AND state IN ('queued', 'running')
    RETURNING id, project_id, kind, parameters, created_by_id, attempt`;
  return row ?? null;
}

export type Standing = "held" | "cancelled" | "paused" | "lost";

/** Writes progress and says how the run stands. */
export async function writeProgress(id: number, holder: string, progress: Progress): Promise<Standing> {
  const counts = progress.counts ? JSON.stringify(progress.counts) : null;
  const [row] = await sql()<{ cancelled: boolean; paused: boolean }[]>`
    UPDATE run SET done = coalesce(${progress.done ?? null}::bigint, done), total = coalesce(${progress.total ?? null}::bigint, total),
      counts = counts || coalesce(${counts}::jsonb, '{}')
    WHERE id = ${id} AND holder = ${holder} AND state = 'running'
    RETURNING cancel_requested_at IS NOT NULL AS cancelled, pause_requested_at IS NOT NULL AS paused`;
  if (!row) return "lost";
  if (row.cancelled) return "cancelled";
  return row.paused ? "paused" : "held";
}

export async function writeLog(id: number, messages: readonly LogMessage[]): Promise<void> {
  const rows = messages.map(({ level, message, line, field }) => ({
    run_id: id,
    level,
    message,
    line: line ?? null,
    field: field ?? null,
  }));
  for (let start = 0; start < rows.length; start += 1000) {
    await sql()`INSERT INTO run_log ${sql()(rows.slice(start, start + 1000))}`;
  }
}

/** Marks a run as done if this holder still has it; false when it doesn't. */
export async function finishRun(
  db: Sql | SqlTransaction,
  id: number,
  holder: string,
  result: RunResult,
): Promise<boolean> {
  const { count } = await db`
    UPDATE run SET state = 'done', result = ${JSON.stringify(result)}::jsonb, finished_at = now(),
      done = coalesce(total, done), holder = NULL
    WHERE id = ${id} AND holder = ${holder} AND state = 'running'`;
  return count > 0;
}

/** Lets a run rest: it keeps its progress, and no worker holds it. */
export async function restRun(id: number, holder: string): Promise<void> {
  await sql()`
    UPDATE run SET state = 'paused', holder = NULL
    WHERE id = ${id} AND holder = ${holder} AND state = 'running'`;
}

export async function endRun(
  id: number,
  holder: string,
  state: "failed" | "cancelled",
  message: string,
): Promise<void> {
  await sql()`
    UPDATE run SET state = ${state}, error = ${JSON.stringify({ message })}::jsonb, finished_at = now(), holder = NULL
    WHERE id = ${id} AND holder = ${holder} AND state = 'running'`;
}

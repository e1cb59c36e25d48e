import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Run } from "../contract.ts";
import { enqueue } from "../queue.ts";
import { getRun } from "./read.ts";

/** A queued run rests at once; a running one is asked to rest and does so at its next step. */
export async function pauseRun(scope: ProjectScope, id: number): Promise<Run> {
  await sql()`
    UPDATE run SET pause_requested_at = coalesce(pause_requested_at, now()),
      state = CASE WHEN state = 'queued' THEN 'paused'::run_state ELSE state END
    WHERE id = ${id} AND project_id = ${scope.projectId} AND state IN ('queued', 'running')`;
  return getRun(scope, id);
}

/** Puts a paused run back on the queue. A run that was asked to rest and hasn't yet goes on. */
export async function resumeRun(scope: ProjectScope, id: number): Promise<Run> {
  await sql().begin(async (tx) => {
    const [row] = await tx<{ wasPaused: boolean }[]>`
      WITH before AS (
        SELECT id, state FROM run
        WHERE id = ${id} AND project_id = ${scope.projectId} AND state IN ('running', 'paused') FOR UPDATE
      )
      UPDATE run SET pause_requested_at = NULL, attempt = 0,
        state = CASE WHEN run.state = 'paused' THEN 'queued'::run_state ELSE run.state END
      FROM before WHERE run.id = before.id
      RETURNING before.state = 'paused' AS was_paused`;
    if (row?.wasPaused) await enqueue(tx, id);
  });
  return getRun(scope, id);
}

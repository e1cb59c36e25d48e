import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Run } from "../contract.ts";
import { getRun } from "./read.ts";

/** A queued or paused run ends at once; a running one is asked to stop and ends at its next step. */
export async function cancelRun(scope: ProjectScope, id: number): Promise<Run> {
  await sql()`
    UPDATE run SET cancel_requested_at = coalesce(cancel_requested_at, now()),
      finished_at = CASE WHEN state IN ('queued', 'paused') THEN now() ELSE finished_at END,
      state = CASE WHEN state IN ('queued', 'paused') THEN 'cancelled'::run_state ELSE state END
    WHERE id = ${id} AND project_id = ${scope.projectId} AND state IN ('queued', 'running', 'paused')`;
  return getRun(scope, id);
}

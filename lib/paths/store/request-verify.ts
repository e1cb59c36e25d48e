import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { type VerifyParameters, verifyJob } from "../jobs.ts";
import { uncheckChanged } from "./request-check.ts";

/** Starts the verifying of the paths that match a filter. */
export async function startVerify(scope: ProjectScope, { filter, again }: VerifyParameters): Promise<Run> {
  return sql().begin(async (tx) => {
    await uncheckChanged(tx, scope.projectId);
    const owner = { projectId: scope.projectId, createdById: scope.actor.userId };
    const run = await startRun(tx, owner, verifyJob, { filter, again });
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'paths.verify', ${`run ${run.id}`},
        ${JSON.stringify({ filter, again })}::jsonb)`;
    return run;
  });
}

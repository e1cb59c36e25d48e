import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import type { Run } from "#lib/jobs/contract.ts";
import type { Job } from "#lib/jobs/job.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { type CheckScope, checkJob } from "../jobs.ts";

export interface RunOwner {
  projectId: number;
  createdById: string | null;
}

/** Queues a check of the unchecked paths, inside the transaction that brought new paths or new reference answers. */
export async function requestCheck(tx: SqlTransaction, owner: RunOwner): Promise<Run> {
  await uncheckChanged(tx, owner.projectId);
  return startRun(tx, owner, checkJob, { scope: "unchecked" });
}

/** Starts a check by hand. */
export async function startCheck(scope: ProjectScope, which: CheckScope): Promise<Run> {
  return startByHand(scope, checkJob, { scope: which });
}

/** Starts a run over the project's paths for the caller, once what has changed is unchecked. */
export async function startByHand<P extends z.ZodType>(
  scope: ProjectScope,
  job: Job<P>,
  parameters: z.input<P>,
): Promise<Run> {
  return sql().begin(async (tx) => {
    await uncheckChanged(tx, scope.projectId);
    const owner = { projectId: scope.projectId, createdById: scope.actor.userId };
    const run = await startRun(tx, owner, job, parameters);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, ${`paths.${job.kind}`}, ${`run ${run.id}`},
        ${JSON.stringify(parameters)}::jsonb)`;
    return run;
  });
}

/**
 * Paths whose problem has changed since they were checked are unchecked again. A problem that this very
 * transaction changed carries the transaction's start, which may lie before a check that saw the old problem. What
 * running their code and checking their arithmetic gave stays true, but they count as verified no longer.
 */
async function uncheckChanged(tx: SqlTransaction, projectId: number): Promise<void> {
  await tx`
    UPDATE path SET verdict = NULL, verdict_method = NULL, verdict_reason = NULL, checked_at = NULL,
      verified_at = NULL
    FROM problem
    WHERE problem.project_id = ${projectId} AND problem.version > 1 AND path.problem_id = problem.id
      AND path.verdict IS NOT NULL AND problem.updated_at >= least(path.checked_at, now()::timestamptz(3))`;
}

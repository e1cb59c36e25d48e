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
  return startRun(tx, owner, checkJob, { scope: "unchecked" });
}

/** Starts a check by hand. */
export async function startCheck(scope: ProjectScope, which: CheckScope): Promise<Run> {
  return startByHand(scope, checkJob, { scope: which });
}

/** Starts a run over the project's paths for the caller. */
export async function startByHand<P extends z.ZodType>(
  scope: ProjectScope,
  job: Job<P>,
  parameters: z.input<P>,
): Promise<Run> {
  return sql().begin(async (tx) => {
    const owner = { projectId: scope.projectId, createdById: scope.actor.userId };
    const run = await startRun(tx, owner, job, parameters);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, ${`paths.${job.kind}`}, ${`run ${run.id}`},
        ${JSON.stringify(parameters)}::jsonb)`;
    return run;
  });
}

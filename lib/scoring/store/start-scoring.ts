import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Run } from "#lib/jobs/contract.ts";
import type { Job } from "#lib/jobs/job.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { makeScorer, type NewScorer, setScorerRun } from "./scorer-rows.ts";

/** Makes the next version of a scorer together with the run that fills it. */
export async function startScoring<P extends z.ZodType>(
  { projectId, actor }: ProjectScope,
  job: Job<P>,
  made: NewScorer,
  parametersOf: (scorerId: number) => z.input<P>,
): Promise<Run> {
  const owner = { projectId, createdById: actor.userId };
  return sql().begin(async (tx) => {
    const scorer = await makeScorer(tx, owner, made);
    const run = await startRun(tx, owner, job, parametersOf(scorer.id));
    await setScorerRun(tx, scorer.id, run.id);
    const detail = { run: run.id, ...(made.endpointId ? { model: made.endpointId } : {}) };
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, ${`scorer.${job.kind}`}, ${scorer.name}, ${tx.json(detail)})`;
    return run;
  });
}

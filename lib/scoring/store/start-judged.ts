import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { judgedJob, type judgedRequest } from "../jobs.ts";
import { makeScorer, setScorerRun } from "./scorer-rows.ts";

/** Starts ranking paths and models by the judgements that stand now. */
export async function startJudged(
  { projectId, actor }: ProjectScope,
  { title }: z.infer<typeof judgedRequest>,
): Promise<Run> {
  const owner = { projectId, createdById: actor.userId };
  return sql().begin(async (tx) => {
    const scorer = await makeScorer(tx, owner, { title, kind: "reward", source: "judged" });
    const run = await startRun(tx, owner, judgedJob, { title, scorerId: scorer.id });
    await setScorerRun(tx, scorer.id, run.id);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'scorer.judged', ${scorer.name}, ${tx.json({ run: run.id })})`;
    return run;
  });
}

import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { needModel } from "#lib/models/store/need-model.ts";
import { newestVersion } from "#lib/models/store/prompt-sets.ts";
import { compareJob, type compareRequest } from "../jobs.ts";
import { countCompared } from "./comparing.ts";
import { lastPath } from "./last-path.ts";
import { makeScorer, setScorerRun } from "./scorer-rows.ts";

/** Starts letting a model compare the paths of each problem. AppError where it can't, by the field that is wrong. */
export async function startCompare(
  scope: ProjectScope,
  request: z.infer<typeof compareRequest>,
): Promise<Run> {
  const { projectId, actor } = scope;
  const { title, model, filter, perProblem } = request;
  await needModel(scope, model, { use: "judge", field: "model" });
  const last = await lastPath(projectId);
  if ((await countCompared({ projectId, scorerId: 0, filter, last, dueOnly: false })) === 0) {
    throw new AppError("conflict", "No problem has two whole paths that match the filter.");
  }
  const prompt = await newestVersion(projectId, "compare-paths");
  return sql().begin(async (tx) => {
    const owner = { projectId, createdById: actor.userId };
    const settings = { prompt, perProblem };
    const made = { title, kind: "reward", source: "compare", endpointId: model, settings } as const;
    const scorer = await makeScorer(tx, owner, made);
    const run = await startRun(tx, owner, compareJob, { ...request, scorerId: scorer.id, last, prompt });
    await setScorerRun(tx, scorer.id, run.id);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'scorer.compare', ${scorer.name}, ${tx.json({ run: run.id, model })})`;
    return run;
  });
}

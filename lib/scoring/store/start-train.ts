import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { applyJob, type applyRequest, trainJob, type trainRequest } from "../jobs.ts";
import { lastPath } from "./last-path.ts";
import { startScoring } from "./start-scoring.ts";

const TITLES = { critique: "Built-in critique", reward: "Built-in reward" } as const;

/** Starts the training of the next version of the built-in critique or reward. */
export async function startTrain(scope: ProjectScope, request: z.infer<typeof trainRequest>): Promise<Run> {
  const last = await lastPath(scope.projectId);
  const { kind, labels, heldOut, seed } = request;
  const made = { title: TITLES[kind], kind, source: "trained", settings: { labels, heldOut, seed } } as const;
  return startScoring(scope, trainJob, made, (scorerId) => ({ ...request, scorerId, last }));
}

/** Starts scoring with a scorer that has been trained. AppError where it is none. */
export async function startApply(scope: ProjectScope, request: z.infer<typeof applyRequest>): Promise<Run> {
  const { projectId, actor } = scope;
  const [scorer] = await sql()<{ name: string; isTrained: boolean }[]>`
    SELECT name, weights IS NOT NULL AS is_trained FROM scorer
    WHERE id = ${request.scorer} AND project_id = ${projectId}`;
  if (!scorer) throw new AppError("not_found", "There is no such scorer.", { field: "scorer" });
  if (!scorer.isTrained) {
    const message = `${scorer.name} isn't a trained scorer, or its training hasn't ended.`;
    throw new AppError("invalid_input", message, { field: "scorer" });
  }
  const last = await lastPath(projectId);
  return sql().begin(async (tx) => {
    const run = await startRun(tx, { projectId, createdById: actor.userId }, applyJob, { ...request, last });
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'scorer.apply', ${scorer.name}, ${tx.json({ run: run.id })})`;
    return run;
  });
}

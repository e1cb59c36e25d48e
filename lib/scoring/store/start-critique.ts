import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { lastProblem } from "#lib/instructions/store/known-texts.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { startRun } from "#lib/jobs/store/start.ts";
import { needModel } from "#lib/models/store/need-model.ts";
import { newestVersion } from "#lib/models/store/prompt-sets.ts";
import { critiqueJob, type critiqueRequest } from "../jobs.ts";
import { lastPath } from "./last-path.ts";
import { makeScorer, setScorerRun } from "./scorer-rows.ts";
import { countSubjects } from "./subjects.ts";

/** Starts letting a model grade paths or problems. AppError where it can't, by the field that is wrong. */
export async function startCritique(
  scope: ProjectScope,
  request: z.infer<typeof critiqueRequest>,
): Promise<Run> {
  const { projectId, actor } = scope;
  const { subject, filter, problems } = request;
  await needModel(scope, request.model, { use: "critique", field: "model" });
  const last = subject === "paths" ? await lastPath(projectId) : await lastProblem(projectId);
  const about = { projectId, scorerId: 0, subject, filter, problems, last, dueOnly: false };
  if ((await countSubjects(about)) === 0) {
    throw new AppError(
      "conflict",
      `No ${subject === "paths" ? "whole path" : "problem"} matches the filter.`,
    );
  }
  const prompt = await newestVersion(projectId, subject === "paths" ? "critique-path" : "critique-problem");
  return sql().begin(async (tx) => {
    const owner = { projectId, createdById: actor.userId };
    const { title, model, repeats, showReference } = request;
    const settings = { subject, prompt, repeats, showReference };
    const made = { title, kind: "critique", source: "critique", endpointId: model, settings } as const;
    const scorer = await makeScorer(tx, owner, made);
    const run = await startRun(tx, owner, critiqueJob, { ...request, scorerId: scorer.id, last, prompt });
    await setScorerRun(tx, scorer.id, run.id);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'scorer.critique', ${scorer.name}, ${tx.json({ run: run.id, model })})`;
    return run;
  });
}

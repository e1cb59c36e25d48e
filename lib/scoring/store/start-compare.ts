import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { AppError } from "#lib/errors.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { needModel } from "#lib/models/store/need-model.ts";
import { newestVersion } from "#lib/models/store/prompt-sets.ts";
import { compareJob, type compareRequest } from "../jobs.ts";
import { countCompared } from "./comparing.ts";
import { lastPath } from "./last-path.ts";
import { startScoring } from "./start-scoring.ts";

/** Starts letting a model compare the paths of each problem. AppError where it can't, by the field that is wrong. */
export async function startCompare(
  scope: ProjectScope,
  request: z.infer<typeof compareRequest>,
): Promise<Run> {
  const { projectId } = scope;
  const { title, model, filter, perProblem } = request;
  await needModel(scope, model, { use: "judge", field: "model" });
  const last = await lastPath(projectId);
  const { problems } = await countCompared({ projectId, scorerId: 0, filter, last, dueOnly: false });
  if (problems === 0) throw new AppError("conflict", "No problem has two whole paths that match the filter.");
  const prompt = await newestVersion(projectId, "compare-paths");
  const settings = { prompt, perProblem };
  const made = { title, kind: "reward", source: "compare", endpointId: model, settings } as const;
  return startScoring(scope, compareJob, made, (scorerId) => ({ ...request, scorerId, last, prompt }));
}

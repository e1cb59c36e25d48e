import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { needModel } from "#lib/models/store/need-model.ts";
import { newestVersion } from "#lib/models/store/prompt-sets.ts";
import { critiqueJob, type critiqueRequest } from "../jobs.ts";
import { startScoring } from "./start-scoring.ts";
import { needSubjects } from "./subjects.ts";

/** Starts letting a model grade paths or problems. AppError where it can't, by the field that is wrong. */
export async function startCritique(
  scope: ProjectScope,
  request: z.infer<typeof critiqueRequest>,
): Promise<Run> {
  const { title, model, subject, repeats, showReference } = request;
  await needModel(scope, model, { use: "critique", field: "model" });
  const last = await needSubjects(scope, request);
  const purpose = subject === "paths" ? "critique-path" : "critique-problem";
  const prompt = await newestVersion(scope.projectId, purpose);
  const settings = { subject, prompt, repeats, showReference };
  const made = { title, kind: "critique", source: "critique", endpointId: model, settings } as const;
  return startScoring(scope, critiqueJob, made, (scorerId) => ({ ...request, scorerId, last, prompt }));
}

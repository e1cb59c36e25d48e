import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { needModel } from "#lib/models/store/need-model.ts";
import { rewardJob, type rewardRequest } from "../jobs.ts";
import { startScoring } from "./start-scoring.ts";
import { needSubjects } from "./subjects.ts";

/** Starts letting a reward model value paths or problems. AppError where it can't, by the field that is wrong. */
export async function startReward(scope: ProjectScope, request: z.infer<typeof rewardRequest>): Promise<Run> {
  const { title, model, subject, counts } = request;
  await needModel(scope, model, { use: "reward", field: "model" });
  const last = await needSubjects(scope, request);
  const settings = { subject, ...(counts === null ? {} : { counts }) };
  const made = { title, kind: "reward", source: "reward", endpointId: model, settings } as const;
  return startScoring(scope, rewardJob, made, (scorerId) => ({ ...request, scorerId, last }));
}

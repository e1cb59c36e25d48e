import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { judgedJob, type judgedRequest } from "../jobs.ts";
import { startScoring } from "./start-scoring.ts";

/** Starts ranking paths and models by the judgements that stand now. */
export async function startJudged(
  scope: ProjectScope,
  { title }: z.infer<typeof judgedRequest>,
): Promise<Run> {
  const made = { title, kind: "reward", source: "judged" } as const;
  return startScoring(scope, judgedJob, made, (scorerId) => ({ title, scorerId }));
}

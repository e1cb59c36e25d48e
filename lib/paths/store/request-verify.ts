import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { type VerifyParameters, verifyJob } from "../jobs.ts";
import { startByHand } from "./request-check.ts";

/** Starts the verifying of the paths that match a filter. */
export async function startVerify(scope: ProjectScope, { filter, again }: VerifyParameters): Promise<Run> {
  return startByHand(scope, verifyJob, { filter, again });
}

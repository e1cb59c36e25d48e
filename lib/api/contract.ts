import { z } from "zod";
import { authContract } from "#lib/auth/contract.ts";
import { datasetsContract } from "#lib/datasets/contract.ts";
import { runsContract } from "#lib/jobs/contract.ts";
import { pairsContract } from "#lib/pairs/contract.ts";
import { pathsContract } from "#lib/paths/contract.ts";
import { problemsContract } from "#lib/problems/contract.ts";
import { projectsContract } from "#lib/projects/contract.ts";
import { reviewContract } from "#lib/review/contract.ts";
import { operation } from "./operation.ts";

const health = operation
  .meta({ role: "public" })
  .route({
    method: "GET",
    path: "/health",
    tags: ["Installation"],
    summary: "Is the studio up, and does it have an owner?",
  })
  .output(z.object({ ok: z.literal(true), version: z.string(), hasOwner: z.boolean() }));

/** The one contract: the browser, the command line, scripts and trainers all use it. */
export const contract = {
  health,
  auth: authContract,
  projects: projectsContract,
  runs: runsContract,
  problems: problemsContract,
  paths: pathsContract,
  pairs: pairsContract,
  review: reviewContract,
  datasets: datasetsContract,
};

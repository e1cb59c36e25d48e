import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";
import { miningPolicy } from "./contract.ts";

/** Mines candidate pairs in every problem of a project; its progress counts problems. */
export const mineJob = defineJob(
  "mine",
  z.object({ policy: miningPolicy, perProblem: z.number().int().min(1).max(50) }),
);

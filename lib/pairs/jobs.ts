import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";
import { miningPolicy } from "./contract.ts";

/** Mines candidate pairs in every problem of a project; its progress counts problems. */
export const mineJob = defineJob(
  "mine",
  z.object({
    policy: miningPolicy,
    perProblem: z.number().int().min(1).max(50),
    reward: z
      .string()
      .optional()
      .describe("Scorers' names, and by how much critiques differ at least: of orders-disagree"),
    critique: z.string().optional(),
    margin: z.number().min(0).max(9).optional(),
  }),
);

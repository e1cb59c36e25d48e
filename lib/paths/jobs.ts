import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";
import { sampleRequest } from "./contract/sampling.ts";
import { pathFilter } from "./contract.ts";

/** Compares the final answers of a project's paths with their problems' reference answers. */
export const checkJob = defineJob("check", z.object({ scope: z.enum(["unchecked", "all"]) }));

export type CheckScope = z.infer<typeof checkJob.parameters>["scope"];

/** Runs the code, checks the arithmetic and gives the verdicts of paths; `again`: also of those that are verified. */
export const verifyJob = defineJob("verify", z.object({ filter: pathFilter, again: z.boolean() }));

export type VerifyParameters = z.infer<typeof verifyJob.parameters>;

/**
 * Asks models for paths. What may change while it runs is settled when it starts: its problems are in run_problem, the
 * versions of its prompts here.
 */
export const sampleJob = defineJob(
  "sample",
  sampleRequest.extend({
    prompts: z.object({
      "sample-cot": z.number().int().min(0),
      "sample-pot": z.number().int().min(0),
      "sample-mixed": z.number().int().min(0),
    }),
  }),
);
export type SampleParameters = z.infer<typeof sampleJob.parameters>;

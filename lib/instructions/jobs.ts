import { z } from "zod";
import { rowId } from "#lib/api/operation.ts";
import { defineJob } from "#lib/jobs/job.ts";
import { gates, thresholds } from "./contract.ts";

const filtering = {
  thresholds: thresholds.prefault({}),
  gates: gates.prefault({}),
  stem: z.boolean().default(false).describe("ROUGE-L with Porter stemming"),
  seed: z.number().int().min(0).max(2_147_483_647).default(1).describe("Makes the run's choices repeatable"),
};

/** What a Self-Instruct run is asked for. */
export const instructRequest = z.object({
  model: rowId.describe("Which writes the problems"),
  solver: rowId.nullable().default(null).describe("Which solves them; the same where none is named"),
  subdomains: z
    .array(z.string())
    .max(200)
    .default([])
    .describe("Asked for in turn; none: whatever the seeds are of"),
  wanted: z.number().int().min(1).max(1_000_000).default(100).describe("Accepted candidates"),
  perCall: z.number().int().min(1).max(20).default(4).describe("Problems asked for at a time"),
  seeds: z.number().int().min(1).max(20).default(6).describe("Seeds shown in each prompt"),
  instructions: z
    .number()
    .int()
    .min(0)
    .max(20)
    .default(2)
    .describe("Accepted instructions shown in each prompt"),
  solutions: z
    .number()
    .int()
    .min(1)
    .max(5)
    .default(1)
    .describe("Solutions asked for; with two or more, most must agree"),
  budget: z.number().min(0).nullable().default(null).describe("Stops before it would cost more, in dollars"),
  calls: z
    .number()
    .int()
    .min(1)
    .max(10_000_000)
    .default(1000)
    .describe("At most this many requests for problems"),
  temperature: z.number().min(0).max(2).nullable().default(null),
  ...filtering,
});

/**
 * Asks a model for new problems until as many are accepted as are wanted (Self-Instruct, Wang et al. 2023). What may
 * change while it runs is settled when it starts.
 */
export const instructJob = defineJob(
  "instruct",
  instructRequest.extend({
    window: z.number().int().min(1).max(64).describe("Requests between what is asked and what is settled"),
    lastProblem: z.number().int().min(0).describe("Problems after this one came later and don't count"),
    prompts: z.object({ instruct: z.number().int().min(0), solve: z.number().int().min(0) }),
  }),
);
export type InstructParameters = z.infer<typeof instructJob.parameters>;

/** What a variation run is asked for. */
export const varyRequest = z.object({
  problems: z
    .array(rowId)
    .max(10_000)
    .nullable()
    .default(null)
    .describe("Which seeds; none named: all that can vary"),
  perSeed: z.number().int().min(1).max(1000).default(5).describe("Accepted variants of each seed"),
  tries: z.number().int().min(1).max(10_000).default(50).describe("At most this many values for each seed"),
  ...filtering,
  thresholds: thresholds
    .prefault({ "rouge-l": null })
    .describe("Variants of one seed are alike by nature, so no measure counts unless asked for"),
});

/** Gives seeds with a Python solution other numbers; needs no model. */
export const varyJob = defineJob(
  "vary",
  varyRequest.extend({
    lastProblem: z.number().int().min(0).describe("Problems after this one came later and don't count"),
  }),
);
export type VaryParameters = z.infer<typeof varyJob.parameters>;

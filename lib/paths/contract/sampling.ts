import { z } from "zod";
import { operation, projectInput, rowId } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { promptOperations } from "#lib/models/contract/prompts.ts";
import { problemFilter } from "#lib/problems/contract.ts";
import { pathKind } from "../contract.ts";

/** One prompt for each kind of path. */
export const samplePurpose = z.enum(["sample-cot", "sample-pot", "sample-mixed"]);
export type SamplePurpose = z.infer<typeof samplePurpose>;

/** What a sampling run is asked for: problems × models × kinds × temperatures × k. */
export const sampleRequest = z.object({
  filter: problemFilter.default({}).describe("Which problems; test and train alike, unless it names a split"),
  problems: z
    .array(rowId)
    .max(10_000)
    .nullable()
    .default(null)
    .describe("These of them alone; null: all that match"),
  models: z.array(rowId).min(1, "Choose a model").max(20),
  kinds: z.array(pathKind).min(1, "Choose a kind of path").max(3),
  temperatures: z
    .array(z.number().min(0).max(2).nullable())
    .min(1)
    .max(10)
    .default([null])
    .describe("Null: the model's own"),
  k: z.number().int().min(1).max(256).default(4).describe("Samples of each problem with each setup"),
  turns: z
    .number()
    .int()
    .min(1)
    .max(12)
    .default(4)
    .describe("Code blocks that a pot or mixed path may run before it must have ended"),
  budget: z
    .number()
    .min(0)
    .nullable()
    .default(null)
    .describe(
      "Stops before it would cost more, in dollars; shared out among the models by what they can cost",
    ),
  seed: z.number().int().min(0).max(2_147_483_647).default(1).describe("Makes the run's choices repeatable"),
  verify: z.boolean().default(true).describe("Verify the new paths when it is done"),
});
export type SampleRequest = z.infer<typeof sampleRequest>;

export const sampleEstimate = z.object({
  problems: z.number().int(),
  samples: z.number().int(),
  ceiling: z.number().describe("The most that it can cost, in dollars"),
  expected: z
    .number()
    .nullable()
    .describe("By what earlier samples of these models and kinds have cost; null where there are none"),
});
export type SampleEstimate = z.infer<typeof sampleEstimate>;

/** What the samples of one setup came to, in one run or in all. */
export const setupYield = z.object({
  model: z.string(),
  kind: pathKind,
  temperature: z.number().nullable(),
  samples: z.number().int(),
  created: z.number().int(),
  merged: z.number().int().describe("Equal to a path that was there: counted with it"),
  truncated: z.number().int(),
  refused: z.number().int(),
  failed: z.number().int().describe("The endpoint gave no reply"),
  correct: z.number().int().describe("Samples whose path is correct"),
  checked: z.number().int().describe("Samples whose path has a verdict"),
  inputTokens: z.number(),
  outputTokens: z.number(),
  cost: z.number().describe("In dollars"),
});
export type SetupYield = z.infer<typeof setupYield>;

const tags = ["Sampling"];

export const samplingContract = {
  start: operation
    .meta({ role: "lead" })
    .route({ method: "POST", path: "/projects/{project}/sample", tags, summary: "Start a sampling run" })
    .input(projectInput.extend(sampleRequest.shape))
    .output(run),
  estimate: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: "/projects/{project}/sample/estimate",
      tags,
      summary: "How many samples a run would take, and what they can cost",
    })
    .input(projectInput.extend(sampleRequest.shape))
    .output(sampleEstimate),
  yields: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/sample/yields",
      tags,
      summary: "What sampling came to, by model, kind and temperature",
    })
    .input(projectInput.extend({ run: rowId.optional() }))
    .output(z.array(setupYield)),
  ...promptOperations(samplePurpose, { path: "/sample/prompts", tags }),
};

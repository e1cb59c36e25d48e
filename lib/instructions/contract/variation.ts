import { z } from "zod";
import { operation, projectInput, rowId } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { dropReason } from "../contract.ts";
import { varyRequest } from "../jobs.ts";

/** Where a number stands in a text: characters from `start` up to, and not with, `end`. */
const place = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });

/** A number of a seed that may vary. It stands in the statement and in the program alike. */
export const templateParameter = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  value: z.number().describe("As the seed has it"),
  varies: z.boolean().describe("False keeps the seed's value"),
  min: z.number(),
  max: z.number(),
  step: z.number().gt(0).describe("1 for whole numbers"),
  statement: z.array(place).min(1),
  program: z.array(place).min(1),
  scale: z
    .number()
    .describe("Program's value = statement's value × scale: 0.01 for `20%` against `0.2`, else 1"),
});
export type TemplateParameter = z.infer<typeof templateParameter>;

/** Two sides, each a sum of products of parameters and numbers, and how they must stand to each other. */
export const templateConstraint = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe("Such as a < b, a + b <= 100, a % b == 0");

export const template = z.object({
  statement: z.string(),
  program: z.string(),
  parameters: z.array(templateParameter).max(50),
  constraints: z.array(templateConstraint).max(20),
});
export type Template = z.infer<typeof template>;

export const seedTemplate = z.object({
  problem: rowId,
  template: template.nullable().describe("Null where there is none, and `reason` says why"),
  reason: z.string().nullable(),
  saved: z.boolean().describe("A person has set its ranges and constraints"),
  version: z.number().int().describe("0 where none is saved"),
  answer: z.string().nullable().describe("What the program gives for the seed's own numbers"),
});
export type SeedTemplate = z.infer<typeof seedTemplate>;

/** What a template gives for other values. */
export const variant = z.object({
  values: z.record(z.string(), z.number()),
  text: z.string(),
  answer: z.string().nullable(),
  refused: z.object({ reason: dropReason, detail: z.string() }).nullable(),
});
export type Variant = z.infer<typeof variant>;

const path = "/projects/{project}/problems/{problem}/template";
const problemInput = projectInput.extend({ problem: rowId });
const tags = ["Instructions"];

export const variationContract = {
  start: operation
    .meta({ role: "curator" })
    .route({ method: "POST", path: "/projects/{project}/vary", tags, summary: "Start a variation run" })
    .input(projectInput.extend(varyRequest.shape))
    .output(run),
  template: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path, tags, summary: "A seed as a template" })
    .input(problemInput)
    .output(seedTemplate),
  saveTemplate: operation
    .meta({ role: "curator" })
    .route({ method: "PUT", path, tags, summary: "Set the ranges and constraints of a seed's template" })
    .input(problemInput.extend({ version: z.number().int(), template }))
    .output(seedTemplate),
  preview: operation
    .meta({ role: "curator" })
    .route({ method: "POST", path: `${path}/preview`, tags, summary: "A few variants, run in the sandbox" })
    .input(
      problemInput.extend({
        template,
        seed: z.number().int().default(1),
        count: z.number().int().min(1).max(20).default(6),
      }),
    )
    .output(z.array(variant)),
};

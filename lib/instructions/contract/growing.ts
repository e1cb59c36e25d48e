import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { gates, thresholds } from "../contract.ts";
import { instructRequest } from "../jobs.ts";

/** What prompts are for: asking for new problems, and for the solution of one. */
export const promptPurpose = z.enum(["instruct", "solve"]);
export type PromptPurpose = z.infer<typeof promptPurpose>;

export const promptText = z.object({
  system: z.string().max(20_000),
  user: z.string().trim().min(1, "Write the prompt").max(50_000),
});

/** A version of a prompt; version 0 is built in. */
export const prompt = promptText.extend({
  purpose: promptPurpose,
  version: z.number().int(),
  by: z.string().nullable(),
  at: timestamp.nullable(),
});
export type Prompt = z.infer<typeof prompt>;

export const promptSet = z.object({
  purpose: promptPurpose,
  placeholders: z.array(z.object({ name: z.string(), required: z.boolean(), meaning: z.string() })),
  versions: z.array(prompt).describe("Newest first, down to the one that is built in"),
});
export type PromptSet = z.infer<typeof promptSet>;

const tags = ["Instructions"];

export const growingContract = {
  instruct: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/instruct",
      tags,
      summary: "Start a Self-Instruct run",
    })
    .input(projectInput.extend(instructRequest.shape))
    .output(run),
  prompts: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/prompts",
      tags,
      summary: "Prompts with their versions",
    })
    .input(projectInput)
    .output(z.array(promptSet)),
  savePrompt: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/prompts",
      tags,
      summary: "Save a prompt as its next version; a conflict when someone else did so since `base`",
    })
    .input(projectInput.extend(promptText.shape).extend({ purpose: promptPurpose, base: z.number().int() }))
    .output(prompt),
  previewPrompt: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/prompts/preview",
      tags,
      summary: "A prompt filled in with problems of the project, as a run would send it",
    })
    .input(projectInput.extend(promptText.shape).extend({ purpose: promptPurpose }))
    .output(z.object({ system: z.string(), user: z.string() })),
  defaults: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/instruct/defaults",
      tags,
      summary: "What a run can draw on",
    })
    .input(projectInput)
    .output(
      z.object({
        seeds: z.number().int().describe("Seeds of the train split"),
        instructions: z.number().int().describe("Accepted instructions"),
        templates: z.number().int().describe("Seeds with a Python solution, that may vary"),
        lastSeed: rowId.nullable(),
        thresholds,
        gates,
      }),
    ),
};

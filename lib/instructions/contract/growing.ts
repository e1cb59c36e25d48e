import { z } from "zod";
import { operation, projectInput, rowId } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { promptOperations } from "#lib/models/contract/prompts.ts";
import { gates, thresholds } from "../contract.ts";
import { instructRequest } from "../jobs.ts";

/** What prompts are for: asking for new problems, and for the solution of one. */
export const promptPurpose = z.enum(["instruct", "solve"]);
export type PromptPurpose = z.infer<typeof promptPurpose>;

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
  ...promptOperations(promptPurpose, { path: "/prompts", tags }),
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

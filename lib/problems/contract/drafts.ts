import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { draftFields } from "../contract.ts";

/** What the caller is writing and hasn't saved: of a problem, or of a new one. */
export const draft = z.object({
  fields: draftFields,
  baseVersion: z.number().int().nullable().describe("The problem's version when the writing began"),
  updatedAt: timestamp,
});
export type Draft = z.infer<typeof draft>;

const draftInput = projectInput.extend({ problem: rowId.optional().describe("Without it: a new problem") });
const path = "/projects/{project}/drafts";
const tags = ["Problems"];

export const draftsContract = {
  get: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path, tags, summary: "My draft" })
    .input(draftInput)
    .output(draft.nullable()),
  save: operation
    .meta({ role: "curator" })
    .route({ method: "PUT", path, tags, summary: "Keep what I have written so far" })
    .input(draftInput.extend({ baseVersion: z.number().int().nullable(), fields: draftFields }))
    .output(draft),
  discard: operation
    .meta({ role: "curator" })
    .route({ method: "POST", path: `${path}/discard`, tags, summary: "Throw my draft away" })
    .input(draftInput)
    .output(z.object({ discarded: z.boolean() })),
};

import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { problemFilter, problemRow, split } from "../contract.ts";

/** At most this many problems change at once. */
export const BULK_LIMIT = 100_000;

/** What is to become of everything that matches. What isn't named stays as it is; null takes a value away. */
export const bulkChange = z
  .object({
    subdomain: z.string().trim().min(1).max(200).nullable().optional(),
    split: split.optional(),
    difficulty: z.string().trim().min(1).max(200).nullable().optional(),
    source: z.string().trim().min(1).max(1000).nullable().optional(),
    addTags: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
    removeTags: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
    remove: z.literal(true).optional().describe("Into the bin"),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), "Choose what to change");
export type BulkChange = z.infer<typeof bulkChange>;

/** What a change would do. */
export const bulkPreview = z.object({
  matching: z.number().int(),
  changing: z.number().int().describe("Of these, the problems that would not stay as they are"),
  examples: z
    .array(z.object({ before: problemRow, after: problemRow }))
    .describe("The first few that change"),
});
export type BulkPreview = z.infer<typeof bulkPreview>;

export const bulkEdit = z.object({
  id: rowId,
  change: bulkChange,
  changed: z.number().int(),
  by: z.string().nullable(),
  at: timestamp,
  undoneAt: timestamp.nullable(),
});
export type BulkEdit = z.infer<typeof bulkEdit>;

const bulkInput = projectInput.extend({ filter: problemFilter, change: bulkChange });
const tags = ["Problems"];

export const bulkContract = {
  list: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/bulk-edits",
      tags,
      summary: "The last fifty bulk edits, newest first",
    })
    .input(projectInput)
    .output(z.array(bulkEdit)),
  preview: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/bulk-edits/preview",
      tags,
      summary: "What a change to everything that matches would do",
    })
    .input(bulkInput)
    .output(bulkPreview),
  apply: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/bulk-edits",
      tags,
      summary: "Change everything that matches; a conflict when it isn't as many as the preview said",
    })
    .input(bulkInput.extend({ changing: z.number().int().describe("As the preview said") }))
    .output(bulkEdit),
  undo: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/bulk-edits/{edit}/undo",
      tags,
      summary: "Take a bulk edit back, save where a problem was changed since",
    })
    .input(projectInput.extend({ edit: rowId }))
    .output(
      z.object({
        edit: bulkEdit,
        undone: z.number().int(),
        kept: z.number().int().describe("Changed since"),
      }),
    ),
};

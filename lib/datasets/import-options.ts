import { z } from "zod";
import { rowId } from "#lib/api/operation.ts";
import { pathKind } from "#lib/paths/contract.ts";

export const upload = z.object({
  id: rowId,
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type Upload = z.infer<typeof upload>;

/** Target field → column of the file, where a person maps columns by hand. */
export const columnMapping = z.record(z.string(), z.string());

export const importOptions = z.object({
  shape: z.string().optional().describe("Name of a shape; recognised by content when left out"),
  mapping: columnMapping.optional().describe("Columns mapped by hand, in place of a shape"),
  model: z.string().trim().max(200).optional().describe("Model name for paths that name none"),
  split: z.enum(["train", "test"]).optional().describe("Split of problems that name none"),
  source: z.string().trim().max(200).optional(),
  solutionAsPath: z.boolean().default(true).describe("Keep a worked solution as a path too"),
  keepGoing: z.boolean().default(false).describe("Take the good lines where others are rejected"),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** The options as far as they have been chosen. */
export const importChoices = importOptions.partial();
export type ImportChoices = z.infer<typeof importChoices>;

export const importPreview = z.object({
  upload,
  fileType: z.enum(["jsonl", "json", "csv", "parquet"]).nullable(),
  shape: z.object({ name: z.string(), title: z.string() }).nullable(),
  shapes: z
    .array(z.object({ name: z.string(), title: z.string() }))
    .describe("All shapes that can be chosen by hand"),
  columns: z.array(z.string()),
  suggestedMapping: columnMapping,
  targets: z.array(z.string()).describe("Fields that a mapping can fill"),
  rows: z
    .array(
      z.object({
        line: z.number().int(),
        raw: z.record(z.string(), z.unknown()),
        problems: z.array(z.object({ text: z.string(), answer: z.string().nullable() })),
        paths: z.array(z.object({ model: z.string().nullable(), kind: pathKind, text: z.string() })),
        error: z.string().nullable(),
      }),
    )
    .describe("The first rows of the file as they would be imported"),
  problem: z.string().nullable().describe("Why the file can't be imported as it is, and what to do"),
});
export type ImportPreview = z.infer<typeof importPreview>;

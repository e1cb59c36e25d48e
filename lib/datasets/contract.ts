import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { pathKind, segment, verdict } from "#lib/paths/contract.ts";
import { project } from "#lib/projects/contract.ts";
import { importChoices, importOptions, importPreview } from "./import-options.ts";

export const datasetKind = z.enum(["sft", "dpo"]);
export type DatasetKind = z.infer<typeof datasetKind>;

/** Rows are paths. Everything that is given must hold. */
export const sftFilter = z.object({
  kind: z.literal("sft"),
  q: z.string().trim().max(200).optional().describe("Searched for in the problem's statement"),
  subdomain: z.string().optional(),
  model: z.string().optional(),
  pathKind: pathKind.optional(),
  verdict: verdict.default("correct"),
  perProblem: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("At most this many paths a problem"),
});

/** Rows are preference pairs with a chosen side. Everything that is given must hold. */
export const dpoFilter = z.object({
  kind: z.literal("dpo"),
  q: z.string().trim().max(200).optional().describe("Searched for in the problem's statement"),
  subdomain: z.string().optional(),
  choice: z
    .enum(["judged", "proposed", "either"])
    .default("judged")
    .describe("judged: people chose; proposed: mined or imported and nobody said otherwise; either: both"),
  chosenCorrect: z
    .boolean()
    .default(true)
    .describe("Drop pairs whose chosen path is not known to be correct"),
  rejectedWrong: z.boolean().default(false).describe("Drop pairs whose rejected path is correct"),
  perProblem: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("At most this many pairs a problem"),
});

export const datasetFilter = z.discriminatedUnion("kind", [sftFilter, dpoFilter]);
export type SftFilter = z.infer<typeof sftFilter>;
export type DpoFilter = z.infer<typeof dpoFilter>;
export type DatasetFilter = z.infer<typeof datasetFilter>;

/** Why a candidate row is not in the dataset; reasons are tried in this order, the first that fits counts. */
export const dropReason = z.enum([
  "test_split",
  "undecided",
  "chosen_not_correct",
  "rejected_correct",
  "same_text",
  "over_problem_limit",
]);
export type DropReason = z.infer<typeof dropReason>;

const previewPath = z.object({
  pathId: rowId,
  kind: pathKind,
  model: z.string().nullable(),
  verdict: verdict.nullable(),
  segments: z.array(segment),
});
export const previewRow = z.object({
  problemId: rowId,
  problemText: z.string(),
  chosen: previewPath.describe("The path itself for sft"),
  rejected: previewPath.nullable().describe("Null for sft"),
});
export type PreviewRow = z.infer<typeof previewRow>;

export const previewResult = z.object({
  candidates: z.number().int(),
  kept: z.number().int(),
  problems: z.number().int().describe("Different problems among the kept rows"),
  dropped: z.array(z.object({ reason: dropReason, count: z.number().int() })),
  rows: z.array(previewRow).describe("The first 50 kept rows"),
});
export type PreviewResult = z.infer<typeof previewResult>;

export const exportFormat = z.enum(["trl-dpo", "trl-sft", "lemma"]);
export type ExportFormat = z.infer<typeof exportFormat>;

export const exportFile = z.object({
  format: exportFormat,
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
});

/** What stands in every export's manifest. */
export const manifest = z.object({
  project: z.string(),
  dataset: z.string(),
  version: z.number().int(),
  lemma: z.string().describe("Version of Lemma that froze it"),
  frozenAt: timestamp,
  filter: datasetFilter,
  filterInWords: z.string(),
  candidates: z.number().int(),
  kept: z.number().int(),
  problems: z.number().int(),
  dropped: z.array(z.object({ reason: dropReason, count: z.number().int() })),
  models: z.array(z.object({ model: z.string().nullable(), paths: z.number().int() })),
  sources: z.array(z.object({ source: z.string().nullable(), problems: z.number().int() })),
  weights: z.string().describe("Whether loss weights were written"),
  files: z.array(exportFile),
});
export type Manifest = z.infer<typeof manifest>;

export const datasetVersion = z.object({
  number: z.number().int(),
  state: z.enum(["freezing", "ready", "failed"]),
  rows: z.number().int(),
  runId: rowId.nullable(),
  createdAt: timestamp,
  createdBy: z.string().nullable(),
  formats: z.array(exportFormat).describe("Formats that this version can be downloaded in"),
  manifest: manifest.nullable(),
});
export type DatasetVersion = z.infer<typeof datasetVersion>;

export const dataset = z.object({
  id: rowId,
  name: z.string(),
  kind: datasetKind,
  filter: datasetFilter,
  version: z.number().int().describe("Send it back with a change; a change made on an older one is refused"),
  latest: datasetVersion.nullable(),
  versionCount: z.number().int(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Dataset = z.infer<typeof dataset>;

const named = projectInput.extend({ dataset: rowId });
const numbered = named.extend({ number: z.coerce.number().int().min(1) });
const tags = ["Datasets"];
const files = ["Import"];

export const datasetsContract = {
  list: operation
    .meta({ role: "lead" })
    .route({ method: "GET", path: "/projects/{project}/datasets", tags, summary: "Datasets of a project" })
    .input(projectInput)
    .output(z.array(dataset)),
  create: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: "/projects/{project}/datasets",
      tags,
      summary: "Save a filter as a dataset",
    })
    .input(projectInput.extend({ name: z.string().trim().min(1).max(80), filter: datasetFilter }))
    .output(dataset),
  get: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/datasets/{dataset}",
      tags,
      summary: "One dataset and its versions",
    })
    .input(named)
    .output(dataset.extend({ versions: z.array(datasetVersion) })),
  update: operation
    .meta({ role: "lead" })
    .route({
      method: "PATCH",
      path: "/projects/{project}/datasets/{dataset}",
      tags,
      summary: "Change a dataset's filter or name",
    })
    .input(
      named.extend({
        version: z.number().int(),
        name: z.string().trim().min(1).max(80).optional(),
        filter: datasetFilter.optional(),
      }),
    )
    .output(dataset),
  preview: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: "/projects/{project}/datasets/preview",
      tags,
      summary: "Counts and first rows of a filter",
    })
    .input(projectInput.extend({ filter: datasetFilter }))
    .output(previewResult),
  freeze: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: "/projects/{project}/datasets/{dataset}/versions",
      tags,
      summary: "Freeze a numbered version, as a run",
    })
    .input(named)
    .output(z.object({ number: z.number().int(), run })),
  version: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/datasets/{dataset}/versions/{number}",
      tags,
      summary: "One version with its manifest",
    })
    .input(numbered)
    .output(datasetVersion),
  imports: {
    preview: operation
      .meta({ role: "curator" })
      .route({
        method: "POST",
        path: "/projects/{project}/uploads/{upload}/preview",
        tags: files,
        summary: "What an uploaded file holds, and how it would be imported",
      })
      .input(projectInput.extend({ upload: rowId, options: importChoices.default({}) }))
      .output(importPreview),
    start: operation
      .meta({ role: "curator" })
      .route({
        method: "POST",
        path: "/projects/{project}/uploads/{upload}/import",
        tags: files,
        summary: "Import an uploaded file, as a run",
      })
      .input(projectInput.extend({ upload: rowId, options: importOptions }))
      .output(run),
  },
  demo: operation
    .meta({ role: "owner" })
    .route({
      method: "POST",
      path: "/demo",
      tags: ["Projects"],
      summary: "Load the demo project, or get it when it is there",
    })
    .output(project),
};

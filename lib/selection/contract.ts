import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { pathFilter, pathKind, segment, verdict } from "#lib/paths/contract.ts";
import { embeddingOperations } from "./contract/embedding.ts";

/**
 * How far two paths are from each other, from 0 (the same) to 1.
 * lcs: 1 − LCS of their words over the longer; equations: Levenshtein over their lists of equations, over the longer;
 * program: 1 − Jaccard of their programs' tokens; embedding: 1 − cosine of their vectors from an endpoint, 1 where
 * they point away from each other.
 */
export const textDistance = z.enum(["lcs", "equations", "program"]);
export const distanceMeasure = z.enum([...textDistance.options, "embedding"]);
export type DistanceMeasure = z.infer<typeof distanceMeasure>;

/** What tells two paths to be the same reasoning: equal equations in the same order, or the same normalised program. */
export const duplicateRule = z.enum(["reasoning", "text", "none"]);

/** What a path must pass, in the order in which it is asked. */
export const qualityGates = z.object({
  verdicts: z.array(verdict).max(4).default(["correct"]).describe("None: whatever the verdict"),
  whole: z.boolean().default(true).describe("Neither truncated nor refused"),
  executes: z.boolean().default(false).describe("Where it has code, it ran, and gave what it records"),
  rightSteps: z.boolean().default(false).describe("No wrong arithmetic statement found in it"),
  minWords: z.number().int().min(0).default(0),
  maxWords: z.number().int().min(1).nullable().default(null),
  critique: z
    .object({ scorer: z.string().min(1), atLeast: z.number().min(1).max(10) })
    .nullable()
    .default(null)
    .describe("A path that it hasn't scored doesn't pass"),
  reward: z
    .object({ scorer: z.string().min(1), rankAtMost: z.number().int().min(1) })
    .nullable()
    .default(null)
    .describe("Rank within the problem"),
});
export type QualityGates = z.infer<typeof qualityGates>;

export const selectionRule = z.object({
  filter: pathFilter.default({}),
  split: z.enum(["train", "test", "any"]).default("train").describe("Test problems are never trained on"),
  gates: qualityGates.prefault({}),
  duplicates: duplicateRule.default("reasoning"),
  k: z.number().int().min(1).max(64).default(4).describe("Paths kept of each problem, at most"),
  distance: distanceMeasure.default("lcs"),
  embedding: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe("For the distance of embeddings, the model that made them, by its name in requests"),
  least: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe("A path nearer than this to a kept one is dropped even where there is room"),
  exactUpTo: z
    .number()
    .int()
    .min(0)
    .max(16)
    .default(12)
    .describe("Problems with so many candidates or fewer get the best set of k by exhaustive search"),
});
export type SelectionRule = z.infer<typeof selectionRule>;

/** Why a path was dropped. */
export const dropReason = z.enum([
  "verdict",
  "flawed",
  "execution",
  "steps",
  "too_short",
  "too_long",
  "critique",
  "reward",
  "duplicate",
  "unembedded",
  "too_near",
  "crowded",
]);
export type DropReason = z.infer<typeof dropReason>;

export const keepReason = z.enum(["first", "most_distant", "all_kept"]);
export type KeepReason = z.infer<typeof keepReason>;

export const selectionCounts = z.object({
  problems: z.number().int().describe("With a path considered"),
  covered: z.number().int().describe("With a path kept"),
  considered: z.number().int(),
  kept: z.number().int(),
  dropped: z.partialRecord(dropReason, z.number().int()),
  meanDistance: z
    .number()
    .nullable()
    .describe("Mean over problems with two or more kept, of the least distance between two"),
});
export type SelectionCounts = z.infer<typeof selectionCounts>;

export const selection = z.object({
  id: rowId,
  name: z.string(),
  rule: selectionRule,
  counts: selectionCounts.nullable().describe("Null until its run is done"),
  ready: z.boolean(),
  runId: rowId.nullable(),
  by: z.string().nullable(),
  createdAt: timestamp,
});
export type Selection = z.infer<typeof selection>;

/** What a rule would keep. */
export const selectionPreview = z.object({
  exact: z
    .boolean()
    .describe("False where only a share of the problems was looked at, and the rest estimated"),
  looked: z.object({ problems: z.number().int(), paths: z.number().int() }),
  total: z.object({ problems: z.number().int(), paths: z.number().int() }),
  funnel: z
    .array(z.object({ step: z.string(), paths: z.number().int(), problems: z.number().int() }))
    .describe("Paths and problems left after each gate, duplicates included, in order; the first is all"),
  byK: z.array(
    z.object({ k: z.number().int(), kept: z.number().int(), meanDistance: z.number().nullable() }),
  ),
  byCritique: z
    .array(z.object({ atLeast: z.number().int(), kept: z.number().int(), problems: z.number().int() }))
    .describe("With the rule's k, for each grade as threshold; empty without a critique in the rule"),
  byReward: z
    .array(z.object({ rankAtMost: z.number().int(), kept: z.number().int(), problems: z.number().int() }))
    .describe("Empty without a reward in the rule"),
});
export type SelectionPreview = z.infer<typeof selectionPreview>;

export const selectionRow = z.object({
  pathId: rowId,
  key: z.string(),
  problemId: rowId,
  problemText: z.string().describe("First 200 characters"),
  kind: pathKind,
  model: z.string().nullable(),
  verdict: verdict.nullable(),
  kept: z.boolean(),
  reason: dropReason.or(keepReason),
  detail: z.string().nullable(),
  place: z.number().int().nullable(),
  distance: z.number().nullable(),
  nearestId: rowId.nullable().describe("The nearest kept path"),
});
export type SelectionRow = z.infer<typeof selectionRow>;

/** A row with its whole path. */
export const selectionPath = selectionRow.extend({
  segments: z.array(segment),
  answer: z.string().nullable(),
});
export type SelectionPath = z.infer<typeof selectionPath>;

/** Whether a model earns its cost. Counts of samples where it was sampled here, else of its paths. */
export const modelEarning = z.object({
  model: z.string(),
  billions: z.number().nullable().describe("Parameters"),
  billionsFrom: z.enum(["person", "name"]).nullable(),
  sampled: z.number().int(),
  correct: z.number().int(),
  kept: z.number().int(),
  unique: z.number().int().describe("Kept reasoning that no other model of the selection's candidates has"),
  distinct: z.number().int().describe("Different correct reasoning, summed over problems"),
  problems: z.number().int().describe("Problems that it was sampled on"),
  tokens: z.number().nullable().describe("Written, known or estimated from the text"),
  tokensEstimated: z.boolean(),
  dollars: z.number().nullable(),
  flops: z.number().nullable().describe("2 × parameters × tokens"),
});
export type ModelEarning = z.infer<typeof modelEarning>;

const tags = ["Selection"];
const path = "/projects/{project}/selections";
const one = projectInput.extend({ selection: rowId });

export const selectionContract = {
  ...embeddingOperations,
  preview: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: `${path}/preview`,
      tags,
      summary: "What a rule would keep, and how that changes",
    })
    .input(projectInput.extend({ rule: selectionRule }))
    .output(selectionPreview),
  start: operation
    .meta({ role: "lead" })
    .route({ method: "POST", path, tags, summary: "Select paths by a rule, as a run" })
    .input(
      projectInput.extend({ name: z.string().trim().min(1, "Give it a name").max(80), rule: selectionRule }),
    )
    .output(run),
  list: operation
    .meta({ role: "lead" })
    .route({ method: "GET", path, tags, summary: "Selections, newest first" })
    .input(projectInput)
    .output(z.array(selection)),
  get: operation
    .meta({ role: "lead" })
    .route({ method: "GET", path: `${path}/{selection}`, tags, summary: "One selection" })
    .input(one)
    .output(selection),
  remove: operation
    .meta({ role: "lead" })
    .route({
      method: "DELETE",
      path: `${path}/{selection}`,
      tags,
      summary: "Remove a selection; its paths stay",
    })
    .input(one)
    .output(z.object({ removed: z.boolean() })),
  rows: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: `${path}/{selection}/paths`,
      tags,
      summary: "Paths that it kept and dropped",
    })
    .input(
      one.extend(pageInput.shape).extend({
        kept: z.stringbool().or(z.boolean()).optional(),
        reason: dropReason.optional(),
        model: z.string().optional(),
        problem: rowId.optional(),
      }),
    )
    .output(pageOf(selectionRow)),
  row: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: `${path}/{selection}/paths/{path}`,
      tags,
      summary: "A path of a selection, beside the nearest kept one",
    })
    .input(one.extend({ path: rowId }))
    .output(z.object({ path: selectionPath, nearest: selectionPath.nullable() })),
  earnings: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/earnings",
      tags,
      summary: "Which models earn their cost",
    })
    .input(projectInput.extend({ selection: rowId.optional() }))
    .output(z.array(modelEarning)),
  setSize: operation
    .meta({ role: "lead" })
    .route({
      method: "PUT",
      path: "/projects/{project}/model-sizes",
      tags,
      summary: "Say how many parameters a model has; null: as its name says",
    })
    .input(
      projectInput.extend({
        model: z.string().min(1).max(200),
        billions: z.number().gt(0).max(100_000).nullable(),
      }),
    )
    .output(z.array(modelEarning)),
};

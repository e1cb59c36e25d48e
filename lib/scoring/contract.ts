import { z } from "zod";
import { rowId, timestamp } from "#lib/api/operation.ts";

/** reward: relative, orders the paths of one problem; critique: absolute, 1 to 10. */
export const scoreKind = z.enum(["reward", "critique"]);
export type ScoreKind = z.infer<typeof scoreKind>;

/** Where scores come from; see the enum scorer_source in prisma/models/scoring.prisma. */
export const scorerSource = z.enum([
  "critique",
  "reward",
  "compare",
  "judged",
  "trained",
  "person",
  "imported",
]);
export type ScorerSource = z.infer<typeof scorerSource>;

/** What is scored. */
export const scoreSubject = z.enum(["paths", "problems"]);
export type ScoreSubject = z.infer<typeof scoreSubject>;

/** The prompts of scoring. critique-problem asks whether a problem is clear, solvable and rightly answered. */
export const scorePurpose = z.enum(["critique-path", "critique-problem", "compare-paths"]);
export type ScorePurpose = z.infer<typeof scorePurpose>;

/** A feature that moved a score of a trained scorer: by how much, in log-odds. */
export const decidingFeature = z.object({
  name: z.string(),
  label: z.string(),
  value: z.number(),
  contribution: z.number(),
});
export type DecidingFeature = z.infer<typeof decidingFeature>;

/** What stands behind a score. */
export const scoreDetail = z.object({
  firstWrong: z
    .object({ segment: z.number().int().nullable(), quote: z.string() })
    .optional()
    .describe("The first wrong step that a critique names; segment from 0, null where the quote isn't found"),
  repeats: z.array(z.object({ score: z.number(), rationale: z.string() })).optional(),
  checks: z
    .object({
      clear: z.boolean().nullable(),
      solvable: z.boolean().nullable(),
      answerRight: z.boolean().nullable(),
    })
    .optional()
    .describe("Of a problem"),
  features: z.array(decidingFeature).optional().describe("The ones that decided it, strongest first"),
  comparisons: z.number().int().optional(),
  inconsistent: z
    .number()
    .int()
    .optional()
    .describe("Comparisons that came out otherwise with sides swapped"),
});
export type ScoreDetail = z.infer<typeof scoreDetail>;

/** A score of a path, or of a problem. */
export const score = z.object({
  id: rowId,
  scorerId: rowId.nullable().describe("Null for one that was imported"),
  scorer: z.string().describe("The scorer's name with its version"),
  kind: scoreKind,
  value: z.number(),
  spread: z.number().nullable().describe("Standard deviation of repeats, or standard error of a strength"),
  rationale: z.string().nullable(),
  detail: scoreDetail.nullable(),
  rank: z
    .number()
    .int()
    .nullable()
    .describe("Among the problem's paths by this scorer, from 1; equal values share one. Null for a problem"),
  of: z.number().int().describe("Paths of the problem that this scorer has scored"),
  createdAt: timestamp,
});
export type Score = z.infer<typeof score>;

/**
 * When a problem is a hard sample: at least `share` of its whole, checked paths fail, where there are at least `least`
 * of them. A path fails with a wrong verdict (incorrect or error), or a critique of at most `critiqueAtMost`.
 */
export const hardRule = z.object({
  share: z.number().gt(0).max(1).default(0.5),
  least: z.number().int().min(1).max(1000).default(3),
  scorer: z
    .string()
    .nullable()
    .default(null)
    .describe("Whose critique counts beside the verdict; null: none"),
  critiqueAtMost: z.number().min(1).max(10).default(3),
});
export type HardRule = z.infer<typeof hardRule>;

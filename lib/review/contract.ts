import { z } from "zod";
import { rowId, timestamp } from "#lib/api/operation.ts";
import { segment, verdict } from "#lib/paths/contract.ts";

/**
 * What a reviewer is asked. pair: which of two paths is better; ranking: the order of n; score: a critique from 1 to
 * 10; first_wrong: the first wrong step of a path; seed: whether a problem is clear, solvable and rightly answered.
 */
export const taskKind = z.enum(["pair", "ranking", "score", "first_wrong", "seed"]);
export type TaskKind = z.infer<typeof taskKind>;

/** What a reviewer says of two paths, in terms of what stands on the screen. A is left, B is right. */
export const sideAnswer = z.enum(["a", "b", "tie", "both_bad", "skip"]);

/** Most paths that one ranking holds. */
export const MOST_RANKED = 9;

/** An answer, in terms of the places on the screen, from the left. */
export const unitAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("pair"),
    choice: sideAnswer.exclude(["skip"]),
    strength: z.number().int().min(1).max(3).optional().describe("1 slightly, 3 clearly better"),
  }),
  z.object({
    kind: z.literal("ranking"),
    ranks: z
      .array(z.number().int().min(1).max(MOST_RANKED))
      .min(2)
      .max(MOST_RANKED)
      .describe("The rank of each place, 1 the best; equal ranks are ties"),
  }),
  z.object({ kind: z.literal("score"), score: z.number().int().min(1).max(10) }),
  z.object({
    kind: z.literal("first_wrong"),
    step: z
      .number()
      .int()
      .min(0)
      .nullable()
      .describe("Place of the step (see reviewSteps); null: none is wrong"),
  }),
  z.object({
    kind: z.literal("seed"),
    verdict: z.enum(["good", "bad", "undecided"]),
    clear: z.boolean().nullable(),
    solvable: z.boolean().nullable(),
    answerRight: z.boolean().nullable(),
  }),
  z.object({ kind: z.literal("skip") }),
]);
export type UnitAnswer = z.infer<typeof unitAnswer>;

/** A comment on a stretch of what is shown. Characters count in the segment's content, or in the problem's text. */
export const note = z.object({
  pathId: rowId.nullable().describe("Null: on the problem"),
  segment: z.number().int().min(0),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  text: z.string().trim().min(1).max(2000),
});
export type Note = z.infer<typeof note>;

/** One path as a reviewer sees it: no model, and words that would give one away masked. */
export const blindPath = z.object({
  pathId: rowId,
  segments: z.array(segment),
  verdict: verdict.nullable().describe("Null also where the queue hides it"),
});
export type BlindPath = z.infer<typeof blindPath>;

/** What was begun of an answer, kept on the server. */
export const answerDraft = z.object({
  answer: unitAnswer.nullable(),
  comment: z.string().max(4000),
  notes: z.array(note).max(50),
});
export type AnswerDraft = z.infer<typeof answerDraft>;

/** A unit handed to one reviewer. Paths are shuffled for each unit and reviewer, always in the same way. */
export const reviewUnit = z.object({
  unitId: rowId,
  kind: taskKind,
  problemId: rowId,
  problemVersion: z.number().int(),
  problemText: z.string(),
  referenceAnswer: z.string().nullable().describe("Null also where the queue hides it"),
  paths: z.array(blindPath),
  draft: answerDraft.nullable(),
  leaseUntil: timestamp.describe("Until then it is this reviewer's"),
});
export type ReviewUnit = z.infer<typeof reviewUnit>;

import { z } from "zod";
import { jsonFault } from "./json-value.ts";
import { joinSegments, pathKindSchema, segmentSchema } from "./segments.ts";
import { textFault } from "./storable.ts";

/** Longest texts, in UTF-16 code units. Names stand in database indexes, whose entries are small. */
export const LIMITS = { problem: 100_000, path: 1_000_000, answer: 10_000, note: 20_000, name: 500 } as const;

function text(what: string, limit: number) {
  return z
    .string({
      error: ({ input }) =>
        input === undefined
          ? `There is no ${what}: add it.`
          : `Give the ${what} as text, not ${shapeOf(input)}.`,
    })
    .superRefine((value, context) => {
      const message =
        value.trim() === "" ? `The ${what} is empty: write it, or leave it out.` : textFault(value, limit);
      if (message !== null) context.addIssue({ code: "custom", message });
    });
}

function shapeOf(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  return input === null ? "null" : `a ${typeof input}`;
}

function number(what: string) {
  return z.number({
    error: ({ input }) =>
      input === undefined
        ? `There is no ${what}: add it.`
        : `Give the ${what} as a finite number, not ${shapeOf(input)}.`,
  });
}

function names(what: string) {
  return z.array(text(what, LIMITS.name), { error: `Give a list of texts, one for each ${what}.` });
}

const meta = z
  .record(z.string(), z.unknown(), { error: "Give meta as an object." })
  .superRefine((value, context) => {
    const fault = jsonFault(value, "meta");
    if (fault !== null) context.addIssue({ code: "custom", message: `${fault.message} (at ${fault.place})` });
  });

/** A maths question with, where known, its reference answer. */
export const problemRecordSchema = z.strictObject({
  id: text("id", LIMITS.name).optional(),
  problem: text("problem's text", LIMITS.problem),
  answer: text("reference answer", LIMITS.answer).optional(),
  solution: text("worked solution", LIMITS.path).optional(),
  subdomain: text("sub-domain", LIMITS.name).optional(),
  origin: z.enum(["seed", "generated"], { error: "Write seed or generated." }).optional(),
  split: z.enum(["train", "test"], { error: "Write train or test." }).optional(),
  difficulty: text("difficulty", LIMITS.name).optional(),
  tags: names("tag").optional(),
  parents: names("parent's id").optional(),
  source: text("source", LIMITS.name).optional(),
  meta: meta.optional(),
});
export type ProblemRecord = z.infer<typeof problemRecordSchema>;

const segments = z
  .array(segmentSchema, { error: "Give the path as `text`, or as `segments`: a list of {type, content}." })
  .superRefine((value, context) => {
    const message = value.some(({ content }) => content.trim() !== "")
      ? textFault(joinSegments(value), LIMITS.path)
      : "The path is empty: write its text, or leave the row out.";
    if (message !== null) context.addIssue({ code: "custom", message });
  });

const NO_PROBLEM = {
  message: "Say which problem this belongs to: `problem_id`, or `problem` with its exact text.",
};

/** One model's or person's full answer to a problem. Segments and kind are always there. */
export const pathRecordSchema = z
  .strictObject({
    id: text("id", LIMITS.name).optional(),
    problem_id: text("problem's id", LIMITS.name).optional(),
    problem: text("problem's text", LIMITS.problem).optional(),
    kind: pathKindSchema,
    segments,
    model: text("model's name", LIMITS.name).optional(),
    temperature: number("temperature").min(0, { error: "A temperature is 0 or more." }).optional(),
    tokens: number("token count")
      .int({ error: "A token count is a whole number." })
      .min(0, { error: "A token count is 0 or more." })
      .max(2_147_483_647, { error: "This token count is too large." })
      .optional(),
    answer: text("final answer", LIMITS.answer).optional(),
    copies: number("count of copies")
      .int({ error: "A count of copies is a whole number." })
      .min(1, { error: "A path was given at least once: give copies from 1 on." })
      .max(2_147_483_647, { error: "This count of copies is too large." })
      .optional(),
    flaw: z.enum(["truncated", "refused"], { error: "Write truncated or refused." }).optional(),
    meta: meta.optional(),
  })
  .refine((path) => path.problem_id !== undefined || path.problem !== undefined, {
    ...NO_PROBLEM,
    path: ["problem"],
  });
export type PathRecord = z.infer<typeof pathRecordSchema>;

/** A reward (relative within a problem) or critique (absolute, 1 to 10) of a path or a problem. */
export const scoreRecordSchema = z
  .strictObject({
    path_id: text("path's id", LIMITS.name).optional(),
    problem_id: text("problem's id", LIMITS.name).optional(),
    scorer: text("scorer's name", LIMITS.name),
    kind: z.enum(["reward", "critique"], { error: "Give the kind: reward or critique." }),
    value: number("score"),
    rationale: text("rationale", LIMITS.note).optional(),
    meta: meta.optional(),
  })
  .refine((score) => (score.path_id === undefined) !== (score.problem_id === undefined), {
    message: "Say what was scored: either `path_id` or `problem_id`.",
    path: ["path_id"],
  })
  .refine((score) => score.kind !== "critique" || (score.value >= 1 && score.value <= 10), {
    message: "A critique score goes from 1 to 10.",
    path: ["value"],
  });
export type ScoreRecord = z.infer<typeof scoreRecordSchema>;

/** One reviewer's answer to a pair, in terms of the pair rather than of the sides it was shown on. */
export const judgementSchema = z.strictObject({
  id: text("id", LIMITS.name).optional(),
  reviewer: text("reviewer", LIMITS.name).optional(),
  answer: z.enum(["chosen", "rejected", "tie", "both_bad", "skip"], {
    error: "Give the answer: chosen, rejected, tie, both_bad or skip.",
  }),
  left: z
    .enum(["chosen", "rejected"], { error: "Write chosen or rejected: what stood on the left." })
    .optional(),
  strength: number("strength").optional(),
  comment: text("comment", LIMITS.note).optional(),
  seconds: number("time in seconds").min(0, { error: "Seconds are 0 or more." }).optional(),
  at: text("time", LIMITS.name).optional(),
});

export const pairOriginSchema = z.enum(["mined", "imported"], { error: "Write mined or imported." });

/** Two paths of one problem. `chosen` and `rejected` are each a path's id or its whole text. */
export const pairRecordSchema = z
  .strictObject({
    problem_id: text("problem's id", LIMITS.name).optional(),
    problem: text("problem's text", LIMITS.problem).optional(),
    chosen: text("chosen path", LIMITS.path),
    rejected: text("rejected path", LIMITS.path),
    origin: pairOriginSchema.optional(),
    margin: number("margin").optional(),
    judgements: z.array(judgementSchema, { error: "Give a list of judgements." }).optional(),
    meta: meta.optional(),
  })
  .refine((pair) => pair.problem_id !== undefined || pair.problem !== undefined, {
    ...NO_PROBLEM,
    path: ["problem"],
  })
  .refine((pair) => pair.chosen !== pair.rejected, {
    message: "Chosen and rejected are the same: a pair needs two different paths.",
    path: ["rejected"],
  });
export type PairRecord = z.infer<typeof pairRecordSchema>;

import { z } from "zod";
import { rowId, timestamp } from "#lib/api/operation.ts";
import { MEASURES } from "#lib/similarity/measure.ts";

/** How the likeness of two statements is measured; each from 0 (nothing alike) to 1 (the same). */
export const measure = z.enum(MEASURES);

/** A candidate is dropped when its nearest reaches a threshold. Null: that measure doesn't count. */
export const thresholds = z.object({
  "rouge-l": z.number().min(0).max(1).nullable().default(0.7),
  lcs: z.number().min(0).max(1).nullable().default(null),
  "jaccard-words": z.number().min(0).max(1).nullable().default(null),
  "jaccard-chars": z.number().min(0).max(1).nullable().default(null),
});
export type Thresholds = z.infer<typeof thresholds>;

/** What else a candidate must pass. Lengths are in words, as the measures count them. */
export const gates = z.object({
  minWords: z.number().int().min(0).default(3),
  maxWords: z.number().int().min(1).default(400),
  language: z.enum(["any", "en", "zh"]).default("any"),
  contamination: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .describe("ROUGE-L from which a candidate is too near to a problem of the test split"),
});
export type Gates = z.infer<typeof gates>;

/** Why a candidate was dropped. */
export const dropReason = z.enum([
  "duplicate",
  "similar",
  "contamination",
  "too_short",
  "too_long",
  "language",
  "no_question",
  "unsupported",
  "no_solution",
  "uncheckable_answer",
  "unequal_solutions",
  "negative",
  "fractional",
  "same_answer",
  "constraint",
  "program_failed",
  "person",
]);
export type DropReason = z.infer<typeof dropReason>;

export const candidateMethod = z.enum(["self_instruct", "variation"]);
export const candidateState = z.enum(["accepted", "dropped"]);
export type CandidateState = z.infer<typeof candidateState>;

/** What a person makes of a candidate; `undecided` takes what people decided back: it is as the filter had it. */
export const decision = z.enum([...candidateState.options, "undecided"]);
export type Decision = z.infer<typeof decision>;

/** The nearest of what came before a candidate: a problem of the project, or an earlier candidate of the same run. */
export const neighbour = z.object({
  problem: rowId.nullable(),
  candidate: rowId.nullable(),
  score: z.number().min(0).max(1),
});
export const nearest = z.partialRecord(measure, neighbour);
export type Nearest = z.infer<typeof nearest>;

export const candidateRow = z.object({
  id: rowId,
  runId: rowId,
  method: candidateMethod,
  text: z.string().describe("First 400 characters"),
  answer: z.string().nullable(),
  subdomain: z.string().nullable(),
  state: candidateState,
  reason: dropReason
    .nullable()
    .describe(
      "Why the filter dropped it, also where a person accepted it then; `person` where only a person did",
    ),
  detail: z.string().nullable().describe("The reason in words"),
  rougeL: z
    .number()
    .nullable()
    .describe("Of its nearest; null where it was dropped before that was looked for"),
  lcs: z.number().nullable(),
  jaccardWords: z.number().nullable(),
  jaccardChars: z.number().nullable(),
  decidedBy: z.string().nullable().describe("The person who decided; null where the filter did"),
  decidedAt: timestamp.nullable(),
  problemId: rowId.nullable().describe("The instruction that it became"),
});
export type CandidateRow = z.infer<typeof candidateRow>;

/** A neighbour with its text, to be shown beside the candidate. */
export const shownNeighbour = z.object({
  problem: rowId.nullable(),
  candidate: rowId.nullable(),
  text: z.string(),
  measures: z.array(measure).describe("Measures by which it is the nearest"),
  scores: z.record(measure, z.number()).describe("All scores of the two texts"),
});

export const candidate = candidateRow.extend({
  text: z.string(),
  solution: z.string().nullable(),
  parents: z.array(z.object({ key: z.string(), id: rowId.nullable(), text: z.string().nullable() })),
  values: z.record(z.string(), z.number()).nullable(),
  neighbours: z.array(shownNeighbour).describe("Nearest by the first measure first; each text once"),
  slot: z.number().int(),
  place: z.number().int(),
  callId: rowId.nullable().describe("The recorded call that it came from"),
  model: z.string().nullable(),
  promptVersion: z.number().int().nullable(),
  createdAt: timestamp,
  previousId: rowId.nullable(),
  nextId: rowId.nullable(),
});
export type Candidate = z.infer<typeof candidate>;

/** Filter over candidates; every part that is given must hold. */
export const candidateFilter = z.object({
  q: z.string().trim().max(200).optional(),
  run: rowId.optional(),
  state: candidateState.optional(),
  reason: dropReason.optional(),
  method: candidateMethod.optional(),
  subdomain: z.string().optional(),
  decided: z.enum(["filter", "person"]).optional(),
});
export type CandidateFilter = z.infer<typeof candidateFilter>;

const facet = z.object({ value: z.string(), count: z.number().int() });
export const candidateFacets = z.object({
  runs: z.array(z.object({ id: rowId, kind: z.string(), at: timestamp, candidates: z.number().int() })),
  states: z.array(facet),
  reasons: z.array(facet),
  methods: z.array(facet),
  subdomains: z.array(facet),
});
export type CandidateFacets = z.infer<typeof candidateFacets>;

export const HISTOGRAM_BINS = 50;

/**
 * How near the candidates' nearest are, by one measure. Bin k holds scores from k/50 up to, and not with, (k+1)/50; the last
 * holds 1 as well. Only candidates that the measures decide: accepted or dropped as similar, and by no person.
 */
export const histogram = z.object({
  measure,
  bins: z.array(z.object({ accepted: z.number().int(), dropped: z.number().int() })).length(HISTOGRAM_BINS),
  total: z.number().int(),
});
export type Histogram = z.infer<typeof histogram>;

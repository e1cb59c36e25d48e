import { z } from "zod";
import { parseRecord, type RecordKind, type RecordOf } from "./parse-record.ts";
import { good, type Parsed } from "./parsed.ts";
import type { PairRecord, PathRecord, ProblemRecord, ScoreRecord } from "./records.ts";

/**
 * What one row of any shape comes to: Lemma's own records. A path, score or pair names its problem by
 * `problem_id` or by the problem's exact text; a pair names paths by id or by text (`joinSegments`).
 */
export interface RowDrafts {
  problems: ProblemRecord[];
  paths: PathRecord[];
  scores: ScoreRecord[];
  pairs: PairRecord[];
}

export type ShapeResult = Parsed<RowDrafts>;

/** Said once for a whole file. Each fills what rows leave open; none overrides what a row says itself. */
export const shapeOptionsSchema = z.strictObject({
  model: z.string().min(1).max(500).optional().describe("Model of the paths that name none"),
  split: z.enum(["train", "test"]).optional().describe("Split of the problems that name none"),
  source: z.string().min(1).max(500).optional().describe("Source of the problems that name none"),
  solutionAsPath: z
    .boolean()
    .optional()
    .describe("Whether worked solutions become paths too; true if left out"),
});
export type ShapeOptions = z.infer<typeof shapeOptionsSchema>;

/** The shapes that are known, the most specific first. */
export const shapeNameSchema = z.enum([
  "openai-model-solutions",
  "tora",
  "prm800k",
  "openmathinstruct",
  "metamath",
  "gsm8k",
  "math",
  "preference",
  "sharegpt",
  "instruct",
  "lemma",
]);
export type ShapeName = z.infer<typeof shapeNameSchema>;

/** One shape of the world: tells its rows by content, and turns each into drafts. Neither ever throws. */
export interface Shape {
  name: ShapeName;
  title: string;
  recognises(row: unknown): boolean;
  drafts(row: unknown, options: ShapeOptions): ShapeResult;
}

/**
 * A record as a shape first writes it, in Lemma's keys, undefined where the row has nothing. `from` gives, for
 * errors, the row's own name of a key where it differs.
 */
export interface RawRecord {
  record: Record<string, unknown>;
  from?: Readonly<Record<string, string>>;
}

export interface RawDrafts {
  problems?: readonly RawRecord[];
  paths?: readonly RawRecord[];
  /** Worked solutions that stand as paths: no model wrote them, and `options.model` doesn't apply. */
  references?: readonly RawRecord[];
  scores?: readonly RawRecord[];
  pairs?: readonly RawRecord[];
}

/** Fills raw records from the options and checks each; the first fault is the row's. */
export function buildDrafts(raw: RawDrafts, options: ShapeOptions): ShapeResult {
  const asReference = { model: undefined, meta: { source: "reference" } };
  const problems = parseAll("problem", raw.problems, { split: options.split, source: options.source });
  if (!problems.ok) return problems;
  const written = parseAll("path", raw.paths, { model: options.model });
  if (!written.ok) return written;
  const references =
    options.solutionAsPath === false ? good([]) : parseAll("path", raw.references, asReference);
  if (!references.ok) return references;
  const scores = parseAll("score", raw.scores, {});
  if (!scores.ok) return scores;
  const pairs = parseAll("pair", raw.pairs, {});
  if (!pairs.ok) return pairs;
  return good({
    problems: problems.value,
    paths: [...references.value, ...written.value],
    scores: scores.value,
    pairs: pairs.value,
  });
}

function parseAll<K extends RecordKind>(
  kind: K,
  raws: readonly RawRecord[] = [],
  defaults: Record<string, unknown>,
): Parsed<RecordOf[K][]> {
  const records: RecordOf[K][] = [];
  for (const { record, from = {} } of raws) {
    const parsed = parseRecord({ ...record, ...missing(record, defaults) }, kind);
    if (!parsed.ok)
      return { ok: false, error: { ...parsed.error, field: rowField(parsed.error.field, from) } };
    records.push(parsed.value);
  }
  return good(records);
}

function missing(
  record: Record<string, unknown>,
  defaults: Record<string, unknown>,
): Record<string, unknown> {
  const open = Object.entries(defaults).filter(([key]) => (record[key] ?? "") === "");
  return Object.fromEntries(open);
}

function rowField(field: string | null, from: Readonly<Record<string, string>>): string | null {
  return field === null ? null : (from[field] ?? field);
}

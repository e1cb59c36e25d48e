import type { z } from "zod";
import { isObject } from "./json-value.ts";
import { bad, good, type Parsed } from "./parsed.ts";
import {
  type PairRecord,
  type PathRecord,
  type ProblemRecord,
  pairRecordSchema,
  pathRecordSchema,
  problemRecordSchema,
  type ScoreRecord,
  scoreRecordSchema,
} from "./records.ts";
import { kindOf, segmentText } from "./segments.ts";

export interface RecordOf {
  problem: ProblemRecord;
  path: PathRecord;
  score: ScoreRecord;
  pair: PairRecord;
}
export type RecordKind = keyof RecordOf;

/** Each record's keys, in the order in which files hold them. */
export const RECORD_KEYS: Readonly<Record<RecordKind, readonly string[]>> = {
  problem: Object.keys(problemRecordSchema.shape),
  path: Object.keys(pathRecordSchema.shape),
  score: Object.keys(scoreRecordSchema.shape),
  pair: Object.keys(pairRecordSchema.shape),
};

/** Keys whose texts files often hold as numbers. */
const NUMBERS_AS_TEXT: ReadonlySet<string> = new Set([
  "id",
  "problem_id",
  "path_id",
  "answer",
  "difficulty",
  "chosen",
  "rejected",
]);

/**
 * Reads one row of Lemma's own JSONL as a problem, path, score or pair.
 *
 * Null and blank values of known keys count as absent; numbers are taken for texts where files hold them so
 * (ids, answers, difficulty). Unknown keys go into `meta`, beside what `meta` holds. A path's `text` is split
 * into `segments`, and its `kind` is told from them where it isn't given. Never throws: the first fault is
 * returned with the field that it is about.
 */
export function parseRecord<K extends RecordKind>(row: unknown, kind: K): Parsed<RecordOf[K]>;
export function parseRecord(row: unknown, kind: RecordKind): Parsed<RecordOf[RecordKind]> {
  switch (kind) {
    case "problem":
      return check(row, kind, problemRecordSchema);
    case "path":
      return parsePath(row);
    case "score":
      return check(row, kind, scoreRecordSchema);
    case "pair":
      return check(row, kind, pairRecordSchema);
  }
}

function parsePath(row: unknown): Parsed<PathRecord> {
  if (!isObject(row)) return check(row, "path", pathRecordSchema);
  const { text, ...rest } = row;
  const hasText = isPresent(text);
  if (hasText && isPresent(row["segments"])) {
    return bad("text", "Give the path as `text` or as `segments`, not both.");
  }
  if (hasText && typeof text !== "string") return bad("text", "Give the path's text as text.");
  const given = typeof text === "string" && hasText ? { ...rest, segments: segmentText(text) } : rest;
  const known = isPresent(row["kind"]) ? given : { ...given, kind: inferKind(given) };
  const parsed = check(known, "path", pathRecordSchema);
  const isOfSegments = !parsed.ok && parsed.error.field?.startsWith("segments") === true;
  return isOfSegments && !isPresent(row["segments"]) ? bad("text", parsed.error.message) : parsed;
}

function inferKind(given: Record<string, unknown>): string {
  const segments = pathRecordSchema.shape.segments.safeParse(given["segments"]);
  return segments.success ? kindOf(segments.data) : "cot";
}

function check<T>(row: unknown, kind: RecordKind, schema: z.ZodType<T>): Parsed<T> {
  if (!isObject(row)) return bad(null, 'Each row must be a JSON object: {"problem": …}.');
  const keys = RECORD_KEYS[kind];
  const known: [string, unknown][] = [];
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(row)) {
    if (key === "meta") continue;
    if (!keys.includes(key)) extra.push([key, value]);
    else if (isPresent(value)) known.push([key, asText(key, value)]);
  }
  const meta = mergeMeta(row["meta"], extra);
  if (!meta.ok) return meta;
  if (meta.value !== undefined) known.push(["meta", meta.value]);
  const result = schema.safeParse(Object.fromEntries(known));
  if (result.success) return good(result.data);
  const [issue] = result.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? null : issue.path.map(String).join(".");
  return bad(field, issue?.message ?? "This row can't be read.");
}

function mergeMeta(given: unknown, extra: [string, unknown][]): Parsed<unknown> {
  if (isPresent(given) && !isObject(given)) return good(given);
  const inside = isObject(given) ? given : {};
  const entries = Object.entries(inside);
  for (const [key, value] of extra) {
    if (Object.hasOwn(inside, key)) {
      return bad(key, `"${key}" stands both beside meta and inside it: keep one of them.`);
    }
    if (value !== null && value !== undefined) entries.push([key, value]);
  }
  if (entries.some(([key]) => key === "__proto__")) {
    return bad("meta", "The key __proto__ can't be kept: rename it.");
  }
  return good(entries.length === 0 ? undefined : Object.fromEntries(entries));
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === "string" && value.trim() === "");
}

function asText(key: string, value: unknown): unknown {
  return typeof value === "number" && NUMBERS_AS_TEXT.has(key) ? String(value) : value;
}

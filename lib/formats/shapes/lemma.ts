import { buildDrafts, type RawDrafts, type Shape } from "../drafts.ts";
import { hasTexts, plainOf, type Row } from "../fields.ts";
import { isObject } from "../json-value.ts";
import type { RecordKind } from "../parse-record.ts";
import { bad } from "../parsed.ts";

/**
 * Tells which of the four records a row is: a score by `scorer`, a pair by `chosen` and `rejected`, a path by
 * `text` or `segments`, a problem by `problem`. All but the problem also name a problem or path.
 */
function recordKind(row: Row): RecordKind | null {
  const namesProblem = plainOf(row["problem_id"]) !== undefined || hasTexts(row, "problem");
  if (hasTexts(row, "scorer") && "value" in row) return "score";
  if (namesProblem && "chosen" in row && "rejected" in row) return "pair";
  if (namesProblem && ("segments" in row || "text" in row)) return "path";
  return hasTexts(row, "problem") ? "problem" : null;
}

/** Lemma's own JSONL: problems, paths, scores and pairs, mixed in any order. */
export const lemma: Shape = {
  name: "lemma",
  title: "Lemma's own records",
  recognises: (row) => isObject(row) && recordKind(row) !== null,
  drafts(row, options) {
    const kind = isObject(row) ? recordKind(row) : null;
    if (!isObject(row) || kind === null) {
      return bad(
        null,
        "This is none of Lemma's records: a problem has `problem`, a path also `text` or `segments`.",
      );
    }
    const raw = [{ record: row }];
    const drafts: Record<RecordKind, RawDrafts> = {
      problem: { problems: raw },
      path: { paths: raw },
      score: { scores: raw },
      pair: { pairs: raw },
    };
    return buildDrafts(drafts[kind], options);
  },
};

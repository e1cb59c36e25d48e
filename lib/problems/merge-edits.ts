import type { FieldName } from "./changed-fields.ts";
import type { ProblemFields } from "./contract.ts";
import { type MergePiece, mergeTexts, sideOf } from "./merge-texts.ts";

type TextField = Exclude<FieldName, "tags" | "split">;

/** A field that both have changed in different ways. */
export interface FieldConflict {
  readonly field: TextField;
  readonly base: string | null;
  /** As each wrote it: parts of two sentences rarely make one, so nothing of the other's is mixed in. */
  readonly mine: string | null;
  readonly theirs: string | null;
  /** The whole field in order: what is settled, and what to choose. Null counts as an empty text here. */
  readonly pieces: readonly MergePiece[];
}

export interface MergedEdits {
  /** With my side where there is a conflict. */
  readonly fields: ProblemFields;
  /** In the order of the fields; none: the two edits go together. */
  readonly conflicts: readonly FieldConflict[];
}

/** Long texts, in which two people may have changed different places. */
const MERGED_WITHIN: ReadonlySet<TextField> = new Set(["text", "solution"]);

/**
 * Three-way merge of two edits of one problem that began with the same `base`. A field is taken from whoever changed
 * it; changed by both alike it is taken once. Statement and solution are merged within; tags are a set, from which
 * each may take and to which each may add, and never conflict.
 */
export function mergeEdits(base: ProblemFields, mine: ProblemFields, theirs: ProblemFields): MergedEdits {
  const conflicts: FieldConflict[] = [];
  function take(field: TextField): string | null {
    const merged = mergeField(field, base[field], mine[field], theirs[field]);
    if (!("conflict" in merged)) return merged.value;
    conflicts.push(merged.conflict);
    return merged.conflict.mine;
  }
  const fields: ProblemFields = {
    // A statement is never null, and so neither is what two of them are merged into.
    text: take("text") ?? mine.text,
    answer: take("answer"),
    solution: take("solution"),
    subdomain: take("subdomain"),
    difficulty: take("difficulty"),
    tags: mergeTags(base.tags, mine.tags, theirs.tags),
    source: take("source"),
    // There are two splits: whoever changed it has the other one.
    split: mine.split === base.split ? theirs.split : mine.split,
  };
  return { fields, conflicts };
}

function mergeField(
  field: TextField,
  base: string | null,
  mine: string | null,
  theirs: string | null,
): { value: string | null } | { conflict: FieldConflict } {
  if (mine === theirs || theirs === base) return { value: mine };
  if (mine === base) return { value: theirs };
  const within = MERGED_WITHIN.has(field) && mine !== null && theirs !== null;
  const pieces: readonly MergePiece[] = within
    ? mergeTexts(base ?? "", mine, theirs)
    : [{ kind: "conflict", base: base ?? "", mine: mine ?? "", theirs: theirs ?? "" }];
  if (pieces.every(({ kind }) => kind === "settled")) return { value: sideOf(pieces, "mine") };
  return { conflict: { field, base, mine, theirs, pieces } };
}

/** What nobody took away, then what I added, then what they added. */
function mergeTags(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [was, own, other] = [new Set(base), new Set(mine), new Set(theirs)];
  const stays = (tag: string) => (was.has(tag) ? own.has(tag) && other.has(tag) : true);
  return [...new Set([...base, ...mine, ...theirs])].filter(stays);
}

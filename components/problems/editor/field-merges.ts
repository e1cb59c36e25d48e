import { changedFields, type FieldName } from "#lib/problems/changed-fields.ts";
import type { ProblemFields } from "#lib/problems/contract.ts";
import { mergeEdits } from "#lib/problems/merge-edits.ts";
import { draftOfFields, fieldsOfDraft } from "./draft-fields.ts";

type Value = ProblemFields[FieldName];

/**
 * A field in which two versions differ. `merged`: both changed it, and both changes fit together, as `merged` has
 * them; `conflict`: they don't, or it isn't known what the field was before.
 */
export interface FieldMerge {
  name: FieldName;
  /** What it was before either changed it; undefined where that isn't known. */
  base: Value | undefined;
  mine: Value;
  theirs: Value;
  merged: Value;
  outcome: "mine" | "theirs" | "merged" | "conflict";
}

export type Choice = "mine" | "theirs" | "merged";
export type Choices = Partial<Record<FieldName, Choice>>;

/** As it would be saved: white space around a text is no change. */
const trimmed = (fields: ProblemFields): ProblemFields => fieldsOfDraft(draftOfFields(fields));

/** Every field in which what was written differs from what others saved, and what both make of it. */
export function fieldMerges(
  base: ProblemFields | null,
  mine: ProblemFields,
  theirs: ProblemFields,
): FieldMerge[] {
  const [from, ours, others] = [base && trimmed(base), trimmed(mine), trimmed(theirs)];
  const differing = changedFields(ours, others);
  if (!from) {
    return differing.map((name) => ({
      name,
      base: undefined,
      mine: ours[name],
      theirs: others[name],
      merged: null,
      outcome: "conflict",
    }));
  }
  const both = mergeEdits(from, ours, others);
  const [byMe, byThem] = [changedFields(from, ours), changedFields(from, others)];
  return differing.map((name) => {
    const plain = { name, base: from[name], mine: ours[name], theirs: others[name] };
    if (both.conflicts.some(({ field }) => field === name)) {
      return { ...plain, merged: null, outcome: "conflict" };
    }
    const outcome = !byThem.includes(name) ? "mine" : byMe.includes(name) ? "merged" : "theirs";
    return { ...plain, merged: both.fields[name], outcome };
  });
}

/** What is chosen before anybody chooses: nothing where two changes collide. */
export function firstChoices(merges: readonly FieldMerge[]): Choices {
  return Object.fromEntries(
    merges.flatMap(({ name, outcome }) => (outcome === "conflict" ? [] : [[name, outcome]])),
  );
}

/** How many fields wait for a choice. */
export const undecided = (merges: readonly FieldMerge[], choices: Choices): number =>
  merges.filter(({ name }) => choices[name] === undefined).length;

/** What was chosen, on top of the others' version. */
export function mergedFields(
  theirs: ProblemFields,
  merges: readonly FieldMerge[],
  choices: Choices,
): ProblemFields {
  const chosen = merges.flatMap((merge) => {
    const choice = choices[merge.name] ?? "theirs";
    return choice === "theirs" ? [] : [[merge.name, merge[choice]]];
  });
  return { ...theirs, ...Object.fromEntries(chosen) };
}

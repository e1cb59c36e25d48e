import type { ProblemFields } from "./contract.ts";

export type FieldName = keyof ProblemFields;

/** In the order in which people read them. */
export const FIELD_NAMES = [
  "text",
  "answer",
  "solution",
  "subdomain",
  "difficulty",
  "tags",
  "source",
  "split",
] as const satisfies readonly FieldName[];

/** The fields in which two states of a problem differ, in the order of `FIELD_NAMES`. Tags are a set. */
export function changedFields(before: ProblemFields, after: ProblemFields): FieldName[] {
  return FIELD_NAMES.filter((name) =>
    name === "tags" ? !sameSet(before.tags, after.tags) : before[name] !== after[name],
  );
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((tag) => b.has(tag));
}

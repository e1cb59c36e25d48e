import type { ProblemFields } from "./contract.ts";

/**
 * What an edit comes to, whose texts the API has trimmed: a text that differs only by the white space around it stays
 * as it was, so that a problem from a file keeps its identity while its tags are edited. Tags come once each.
 */
export function trimmedEdit(before: ProblemFields, edit: ProblemFields): ProblemFields {
  const kept = <T extends string | null>(was: T, is: T): T => (was?.trim() === is ? was : is);
  return {
    text: kept(before.text, edit.text),
    answer: kept(before.answer, edit.answer),
    solution: kept(before.solution, edit.solution),
    subdomain: kept(before.subdomain, edit.subdomain),
    difficulty: kept(before.difficulty, edit.difficulty),
    tags: [...new Set(edit.tags)],
    source: kept(before.source, edit.source),
    split: edit.split,
  };
}

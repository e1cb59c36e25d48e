import { type ExtractionRule, extractAnswer } from "#lib/answers/extract.ts";

/** Where the author says that this is the answer, rather than where it only looks like one. */
const DECLARED: readonly ExtractionRule[] = ["boxed", "hashes", "phrase", "a-line"];

/**
 * The answer that a worked solution declares: in a box, behind `####`, in a phrase such as `The answer is`, or on
 * an `A:` line. Undefined where it declares none: a guess must not become a reference answer.
 */
export function statedAnswer(
  solution: string,
  rules: readonly ExtractionRule[] = DECLARED,
): string | undefined {
  const found = extractAnswer(solution);
  return found !== null && rules.includes(found.rule) ? found.answer : undefined;
}

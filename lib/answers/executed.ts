import { type AnswerSegment, extractFromSegments } from "./extract.ts";
import type { Rulings } from "./questions.ts";
import type { RanBlock } from "./recorded-output.ts";
import { type CheckedPath, checkPath, type PathVerdict } from "./verdict.ts";

const DECLARED = new Set<string>(["boxed", "hashes", "phrase", "a-line"]);

/** A code segment with something in it. */
export function isProgram({ type, content }: AnswerSegment): boolean {
  return type === "code" && content.trim() !== "";
}

/** What a block printed and the value of its last expression, as a notebook shows them. */
function shownBy({ stdout, value }: RanBlock): string {
  return value === null ? stdout : `${stdout.trimEnd()}\n${value}`;
}

function executed(
  path: CheckedPath,
  blocks: readonly RanBlock[],
  rulings: Rulings | undefined,
): PathVerdict | null {
  const outputs = blocks
    .filter(({ error }) => error === null)
    .map((block): AnswerSegment => ({ type: "output", content: shownBy(block) }));
  if (!extractFromSegments(outputs)) return null;
  const found = checkPath({ reference: path.reference, segments: outputs }, rulings);
  return { ...found, method: found.method && "executed" };
}

function failed(
  path: CheckedPath,
  texts: readonly AnswerSegment[],
  why: string,
  rulings: Rulings | undefined,
): PathVerdict {
  const said = extractFromSegments(texts);
  if (said && DECLARED.has(said.rule)) return checkPath({ ...path, segments: texts }, rulings);
  const reason = `its program failed: ${why}`;
  return { verdict: "error", method: null, reason, answer: null, rule: null, questions: [] };
}

/**
 * Checks a path whose code has run; `blocks` are what its programs (see `isProgram`) gave, in order. As `checkPath`,
 * but what the path says it printed counts for nothing: an answer is stated, or stands in the text after the last
 * program, or is what the programs printed (method "executed"), or stands elsewhere in the text. Where the last
 * program failed, only a declared answer is one; without it the verdict is "error" with the program's error.
 */
export function checkExecuted(
  path: CheckedPath,
  blocks: readonly RanBlock[],
  rulings?: Rulings,
): PathVerdict {
  const { segments, statedAnswer } = path;
  if (statedAnswer?.trim()) return checkPath(path, rulings);
  const isText = ({ type }: AnswerSegment) => type === "text";
  const closing = segments.slice(segments.findLastIndex(isProgram) + 1).filter(isText);
  const said = extractFromSegments(closing);
  if (said && said.rule !== "number") return checkPath({ ...path, segments: closing }, rulings);
  const texts = segments.filter(isText);
  const error = blocks.at(-1)?.error;
  if (error) return failed(path, texts, error.message, rulings);
  return executed(path, blocks, rulings) ?? checkPath({ ...path, segments: texts }, rulings);
}

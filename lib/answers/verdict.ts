import { compareAnswers } from "./equal.ts";
import { type AnswerSegment, bareAnswer, type ExtractedAnswer, extractFromSegments } from "./extract.ts";
import type { Question, Rulings } from "./questions.ts";

/** A reasoning path as far as its answer goes; `truncated`: the model was cut off before it ended by itself. */
export type CheckedPath = {
  readonly reference: string | null;
  readonly segments: readonly AnswerSegment[];
  readonly statedAnswer?: string | null;
  readonly truncated?: boolean;
};

/**
 * `rule` is the extraction rule that found the answer, or "stated" where the path's record named it. `questions`:
 * what a symbolic system may be asked where the verdict is "unverifiable"; see `compareAnswers`.
 */
export type PathVerdict = {
  verdict: "correct" | "incorrect" | "unverifiable" | "error";
  method: "literal" | "numeric" | "symbolic" | "executed" | null;
  reason: string;
  answer: string | null;
  rule: string | null;
  questions: readonly Question[];
};

const GUESSED = new Set<ExtractedAnswer["rule"]>(["bold", "display", "number"]);

type Found = { answer: string; rule: string };

/** In a path that was cut off, only an answer that was declared, and that ends before the cut, is final. */
function finalAnswer(path: CheckedPath): Found | string {
  const stated = path.statedAnswer?.trim();
  if (stated) return { answer: bareAnswer(stated), rule: "stated" };
  const found = extractFromSegments(path.segments);
  if (!found || found.answer.trim() === "") return "no final answer was found in the path";
  if (!path.truncated) return found;
  const content = path.segments[found.segment]?.content ?? "";
  const isLast = found.segment === path.segments.length - 1;
  const isCut = isLast && found.rule !== "output" && found.end >= content.trimEnd().length;
  return GUESSED.has(found.rule) || isCut ? "the path was cut off before its final answer" : found;
}

/**
 * Checks a path's final answer against the reference, which may be a bare answer or a whole solution.
 * - correct, incorrect: compared by `method`;
 * - unverifiable: there is no reference, or the rules don't settle it; `rulings` on the `questions` may;
 * - error: no final answer was found.
 */
export function checkPath(path: CheckedPath, rulings?: Rulings): PathVerdict {
  const found = finalAnswer(path);
  if (typeof found === "string")
    return { verdict: "error", method: null, reason: found, answer: null, rule: null, questions: [] };
  const { answer, rule } = found;
  const reference = path.reference?.trim() ? bareAnswer(path.reference) : null;
  if (reference === null) {
    const reason = "there is no reference answer to compare with";
    return { verdict: "unverifiable", method: null, reason, answer, rule, questions: [] };
  }
  const { outcome, method, reason, questions } = compareAnswers(reference, answer, rulings && { rulings });
  if (outcome === "undecided")
    return { verdict: "unverifiable", method: null, reason, answer, rule, questions };
  return { verdict: outcome === "equal" ? "correct" : "incorrect", method, reason, answer, rule, questions };
}

import { splitMath } from "#components/ui/math-delimiters.ts";

export type AnswerForm = "plain" | "tex" | "text";

/**
 * How a final answer is to be shown. "text": maths with delimiters of its own (`$…$`, `\(…\)`, an environment),
 * perhaps among words. "tex": LaTeX without delimiters, as reference answers often are, e.g. `\frac{3}{4}` or `x^2`.
 * "plain": all else.
 */
export function answerForm(answer: string): AnswerForm {
  if (splitMath(answer).some((piece) => "tex" in piece)) return "text";
  return /\\[A-Za-z]+|\\[%,;!{}|]|[\^_]/.test(answer) && !/[\n`]/.test(answer) ? "tex" : "plain";
}

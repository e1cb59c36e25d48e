import { checkPath } from "#lib/answers/verdict.ts";
import type { Quality } from "./contract.ts";

/**
 * Does a worked solution come to the reference answer? Read as a reasoning path is: its final answer is found and
 * compared by the answer rules. "none" without a solution; "undecided" where there is no reference, the solution names
 * no final answer, or the rules can't tell.
 */
export function solutionAgrees(solution: string | null, answer: string | null): Quality["solution"] {
  if (solution === null) return "none";
  const { verdict } = checkPath({ reference: answer, segments: [{ type: "text", content: solution }] });
  if (verdict === "correct") return "agrees";
  return verdict === "incorrect" ? "disagrees" : "undecided";
}

import type { SideAnswer } from "./contract.ts";

/** A judgement in terms of the pair's paths, as the table judgement keeps it. */
export type PathAnswer = "first" | "second" | "tie" | "both_bad" | "skip";

/** From what a reviewer said of the screen (A is left, B is right) to the pair's paths. */
export function pathAnswer(answer: SideAnswer, leftIsFirst: boolean): PathAnswer {
  if (answer === "a") return leftIsFirst ? "first" : "second";
  if (answer === "b") return leftIsFirst ? "second" : "first";
  return answer;
}

/** From the pair's paths back to the sides of the screen: the inverse of `pathAnswer`. */
export function sideAnswerOf(answer: PathAnswer, leftIsFirst: boolean): SideAnswer {
  if (answer === "first") return leftIsFirst ? "a" : "b";
  if (answer === "second") return leftIsFirst ? "b" : "a";
  return answer;
}

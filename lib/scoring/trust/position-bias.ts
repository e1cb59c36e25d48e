import type { Trust } from "../contract/trust.ts";
import { clusteredShare } from "./clustered-share.ts";
import { figure } from "./figure.ts";

/** One problem's comparisons that were read in both orders, and its answers that chose a side. */
export interface ComparedProblem {
  comparisons: number;
  inconsistent: number;
  decided: number;
  left: number;
}

/** Whether what compares two paths looks at where they stand. */
export function positionBias(problems: readonly ComparedProblem[]): NonNullable<Trust["position"]> {
  return {
    comparisons: problems.reduce((sum, { comparisons }) => sum + comparisons, 0),
    inconsistent: figure(
      clusteredShare(
        problems.map(({ inconsistent, comparisons }) => ({ right: inconsistent, of: comparisons })),
      ),
      "No comparison was answered in both orders.",
    ),
    leftWins: figure(
      clusteredShare(problems.map(({ left, decided }) => ({ right: left, of: decided }))),
      "No answer chose a side.",
    ),
  };
}

import type { Verdict } from "#lib/paths/contract.ts";
import type { LabelSource } from "../contract/trained.ts";

/** A person's grade says more than a verdict does: how good, not only whether right. */
const GRADE_WEIGHT = 2;

/**
 * What a path teaches: how good it is, from 0 to 1, and how much that counts. A person's grade g of 1 … 10 is
 * (g − 1) / 9 and goes before the verdict. Null where nothing is known of it.
 */
export function labelOf(
  { verdict, grade }: { verdict: Verdict | null; grade: number | null },
  sources: readonly LabelSource[],
): { label: number; weight: number } | null {
  if (sources.includes("grades") && grade !== null) return { label: (grade - 1) / 9, weight: GRADE_WEIGHT };
  if (!sources.includes("verdicts")) return null;
  if (verdict === "correct") return { label: 1, weight: 1 };
  return verdict === "incorrect" || verdict === "error" ? { label: 0, weight: 1 } : null;
}

export const FEWEST_LABELS = 20;

/** What there is too little of to learn from; null where there is enough. */
export function tooFewLabels(
  kind: "critique" | "reward",
  { good, bad, pairs }: { good: number; bad: number; pairs: number },
): string | null {
  if (kind === "reward" && pairs >= FEWEST_LABELS) return null;
  if (good >= FEWEST_LABELS && bad >= FEWEST_LABELS) return null;
  const advice = "Check or grade more paths, or let people judge more pairs.";
  return `There is too little to learn from: ${good} good and ${bad} bad paths, and ${pairs} judged pairs; it takes at least ${FEWEST_LABELS} of each. ${advice}`;
}

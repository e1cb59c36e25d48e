import { compareAnswers } from "./equal.ts";
import { COMPARISON_STEPS, newSteps, type Steps } from "./steps.ts";

/** What comparing all answers of one problem may cost; beyond it, answers in other words stay apart. */
export const PROBLEM_STEPS = 1_000_000;

/** Whether comparing shows two answers equal. Counts into `total`, and says no once that is used up. */
export function areSurelyEqual(a: string, b: string, total: Steps): boolean {
  if (total.taken > total.limit) return false;
  const steps = newSteps(COMPARISON_STEPS);
  const { outcome } = compareAnswers(a, b, { steps });
  total.taken += steps.taken;
  return outcome === "equal";
}

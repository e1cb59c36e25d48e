import { compareAnswers } from "#lib/answers/equal.ts";
import { COMPARISON_STEPS, newSteps } from "#lib/answers/steps.ts";

/** What comparing all answers of one problem may cost; beyond it, answers in other words stay apart. */
const STEPS = 1_000_000;

/**
 * Puts answers that are surely equal into one group. Gives each answer's group, numbered from 0 in the order in which
 * they first come; null for a path without an answer.
 */
export function answerGroups(answers: readonly (string | null)[]): (number | null)[] {
  const firsts: string[] = [];
  const known = new Map<string, number>();
  let taken = 0;
  return answers.map((answer) => {
    if (answer === null) return null;
    const before = known.get(answer);
    if (before !== undefined) return before;
    const found = firsts.findIndex((one) => {
      if (taken > STEPS) return false;
      const steps = newSteps(COMPARISON_STEPS);
      const { outcome } = compareAnswers(one, answer, { steps });
      taken += steps.taken;
      return outcome === "equal";
    });
    const group = found < 0 ? firsts.push(answer) - 1 : found;
    known.set(answer, group);
    return group;
  });
}

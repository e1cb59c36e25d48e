import { newSteps } from "#lib/answers/steps.ts";
import { areSurelyEqual, PROBLEM_STEPS } from "#lib/answers/surely-equal.ts";

/**
 * Puts answers of one problem that are surely equal into one group. Gives each answer's group, numbered from 0 in the
 * order in which they first come; null for a path without an answer.
 */
export function answerGroups(answers: readonly (string | null)[]): (number | null)[] {
  const firsts: string[] = [];
  const known = new Map<string, number>();
  const steps = newSteps(PROBLEM_STEPS);
  return answers.map((answer) => {
    if (answer === null) return null;
    const before = known.get(answer);
    if (before !== undefined) return before;
    const found = firsts.findIndex((one) => areSurelyEqual(one, answer, steps));
    const group = found < 0 ? firsts.push(answer) - 1 : found;
    known.set(answer, group);
    return group;
  });
}

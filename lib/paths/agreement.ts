import { newSteps, type Steps } from "#lib/answers/steps.ts";
import { areSurelyEqual, PROBLEM_STEPS } from "#lib/answers/surely-equal.ts";
import type { Agreement } from "./contract.ts";

/** How many paths give an answer in exactly these words. */
export type CountedAnswer = Agreement["answers"][number];

const SHOWN = 20;

function mostFirst(a: CountedAnswer, b: CountedAnswer): number {
  return b.paths - a.paths || (a.answer < b.answer ? -1 : Number(a.answer > b.answer));
}

/** Joins answers that are surely equal under the words that most paths use, most frequent first. */
function merge(counted: readonly CountedAnswer[], steps: Steps): CountedAnswer[] {
  const merged: { answer: string; paths: number }[] = [];
  for (const { answer, paths } of counted.toSorted(mostFirst)) {
    const same = merged.find((one) => areSurelyEqual(one.answer, answer, steps));
    if (same) same.paths += paths;
    else merged.push({ answer, paths });
  }
  return merged.toSorted(mostFirst);
}

/**
 * What the paths of a problem agree on: self-consistency (Wang et al. 2022), with answers counted as one where
 * comparing shows them equal. `counted`: each answer once, in any order. `totals`: paths of the problem, and those
 * of them whose answer was found. A majority needs two answers, and more paths than any other answer has.
 */
export function agree(
  counted: readonly CountedAnswer[],
  totals: Pick<Agreement, "paths" | "answered">,
  steps: Steps = newSteps(PROBLEM_STEPS),
): Agreement {
  const answers = merge(counted, steps);
  const [first, second] = answers;
  const isMajority = first && totals.answered >= 2 && first.paths > (second?.paths ?? 0);
  return { ...totals, majority: isMajority ? first.answer : null, answers: answers.slice(0, SHOWN) };
}

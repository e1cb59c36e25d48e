import { compareAnswers } from "#lib/answers/equal.ts";
import { COMPARISON_STEPS, newSteps, type Steps } from "#lib/answers/steps.ts";
import type { Agreement } from "./contract.ts";

/** How many paths give an answer in exactly these words. */
export type CountedAnswer = Agreement["answers"][number];

const SHOWN = 20;

/** What comparing all answers of one problem may cost; beyond it, answers in other words stay apart. */
const AGREEMENT_STEPS = 1_000_000;

function mostFirst(a: CountedAnswer, b: CountedAnswer): number {
  return b.paths - a.paths || (a.answer < b.answer ? -1 : Number(a.answer > b.answer));
}

function areEqual(a: string, b: string, total: Steps): boolean {
  if (total.taken > total.limit) return false;
  const steps = newSteps(COMPARISON_STEPS);
  const { outcome } = compareAnswers(a, b, { steps });
  total.taken += steps.taken;
  return outcome === "equal";
}

/** Joins answers that are surely equal under the words that most paths use, most frequent first. */
function merge(counted: readonly CountedAnswer[], steps: Steps): CountedAnswer[] {
  const merged: { answer: string; paths: number }[] = [];
  for (const { answer, paths } of counted.toSorted(mostFirst)) {
    const same = merged.find((one) => areEqual(one.answer, answer, steps));
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
  steps: Steps = newSteps(AGREEMENT_STEPS),
): Agreement {
  const answers = merge(counted, steps);
  const [first, second] = answers;
  const isMajority = first && totals.answered >= 2 && first.paths > (second?.paths ?? 0);
  return { ...totals, majority: isMajority ? first.answer : null, answers: answers.slice(0, SHOWN) };
}

import { compareParts } from "./compare-parts.ts";
import { type Finding, finding, type Method, type Outcome, undecided } from "./finding.ts";
import { spellLatex } from "./latex.ts";
import { MAX_ANSWER_LENGTH } from "./normalise.ts";
import { newWork, type Question, type Rulings, type Work } from "./questions.ts";
import { COMPARISON_STEPS, newSteps, type Steps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";

/**
 * `reason` is one line for a reviewer, such as "18.0 is 18" or "expected 18, found 20". `questions`: where the
 * outcome is "undecided", what a symbolic system may be asked to decide it.
 */
export type Comparison = {
  outcome: Outcome;
  method: Method;
  reason: string;
  questions: readonly Question[];
};

export type ComparisonOptions = { readonly steps?: Steps; readonly rulings?: Rulings };

const SHOWN = 60;

function shown(answer: string): string {
  const line = answer.replace(/\s+/g, " ");
  if (line === "") return "nothing";
  const chars = Array.from(line.slice(0, 2 * SHOWN));
  return line.length <= SHOWN ? line : `${chars.slice(0, SHOWN - 1).join("")}…`;
}

function reasonOf(found: Finding, reference: string, prediction: string): string {
  const expected = shown(reference);
  const given = shown(prediction);
  const note = found.note === null ? "" : ` (${found.note})`;
  if (found.outcome === "different") return `expected ${expected}, found ${given}${note}`;
  if (found.outcome === "equal") return expected === given ? `both are ${given}` : `${given} is ${expected}`;
  return `can't tell whether ${given} is ${expected}${note}`;
}

/** The space after a comma never counts, not even where it makes two values of one number (`70,110`). */
const tight = (spelling: string): string => spelling.replace(/ ?, ?/g, ",");

function compare(reference: string, prediction: string, work: Work): Finding {
  if (reference === prediction) return finding("equal", "literal");
  if (Math.max(reference.length, prediction.length) > MAX_ANSWER_LENGTH) {
    const same = reference.replace(/\s+/g, " ") === prediction.replace(/\s+/g, " ");
    return same ? finding("equal", "literal") : undecided("too long to compare");
  }
  const [expected, given] = [spellLatex(reference, work), spellLatex(prediction, work)];
  // Of an answer that took too many steps to spell nothing is left.
  if (work.taken > work.limit) return undecided("too much work to compare");
  if (tight(expected) === tight(given)) return finding("equal", "literal");
  const found = compareParts(parseAnswer(expected, work), parseAnswer(given, work), work);
  return work.taken > work.limit ? undecided("too much work to compare") : found;
}

/**
 * Is the prediction the reference answer? Decides what is certain by rules alone; where two expressions or
 * equations remain in doubt, the outcome is "undecided" with questions for a symbolic system. Its rulings, given with
 * the same answers again, decide them. Symmetric in its outcome, deterministic, never throws, and stops after a
 * bounded number of steps, whatever it is given.
 *
 * - Numbers: see `compareNumbers` (exact rationals; 0.33 is not 1/3; 50% is 0.5 and also 50).
 * - Units and the names of things counted are dropped; where both sides have a unit of known size, the sizes count,
 *   and units of different things differ (5 cm is not 5 inches). `180^\circ` is 180, and also `\pi`.
 * - `x = 3` is 3. Under two different names equal values are undecided. `y = 2, x = 1` is `(1, 2)`: coordinates stand
 *   in the order of their names.
 * - Tuples `(1, 2)`, lists `[1, 2, 3]` and matrices in order; sets `\{1, 2\}` and values without brackets (`1, 2`,
 *   `1 or 2`, `1 \pm 2`) in any order. A tuple is not a set. Values without brackets are the tuple or list of the
 *   same order; in another order they are undecided.
 * - Two numbers in brackets may be an interval, so `(1, 2)`, `[1, 2)` and `[1, 2]` all differ. Inequalities, chains,
 *   set-builders and unions are the real numbers that they hold, so `x < 1 or x > 3` is `(3,\infty)\cup(-\infty,1)`.
 * - A vector, row or column, is the tuple of its entries. One value is the set or list of that value alone.
 * - Numbers in bases by value, dates by day, times of day by minute: see `compareSpecial`.
 * - Words, yes or no (also true or false), and choices (`(B)`, `B.`, `(B) 12`) without regard to case; a word is
 *   not a number.
 */
export function compareAnswers(
  reference: string,
  prediction: string,
  { steps = newSteps(COMPARISON_STEPS), rulings }: ComparisonOptions = {},
): Comparison {
  const [expected, given] = [reference.trim(), prediction.trim()];
  const work = newWork(steps, rulings);
  const found = compare(expected, given, work);
  steps.taken = work.taken;
  const { outcome, method, questions } = found;
  return { outcome, method, reason: reasonOf(found, expected, given), questions };
}

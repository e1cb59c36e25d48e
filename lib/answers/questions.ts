import type { Expression } from "./expression.ts";
import type { Steps } from "./steps.ts";

/**
 * What comparing couldn't decide and a symbolic system might. `expression`: are both the same wherever both are
 * defined? `equation`: have `left = 0` and `right = 0` the same solutions? Variables are real.
 */
export type Question = {
  readonly left: Expression;
  readonly right: Expression;
  readonly kind: "expression" | "equation";
};

/** A symbolic system's answers by `questionKey`. What it couldn't tell is left out. */
export type Rulings = ReadonlyMap<string, "equal" | "different">;

/** The work of one comparison: its steps, and what has been ruled on its questions. */
export type Work = Steps & { readonly rulings: Rulings };

const NO_RULINGS: Rulings = new Map();

export function newWork(steps: Steps, rulings: Rulings = NO_RULINGS): Work {
  return { taken: steps.taken, limit: steps.limit, rulings };
}

/** One comparison asks no more than this; a symbolic system takes milliseconds to seconds for each. */
const MAX_QUESTIONS = 40;

/** The question with its sides in an order of their own, so that who is the reference makes no difference. */
export function askAbout(a: Expression, b: Expression, kind: Question["kind"]): Question {
  return JSON.stringify(a) <= JSON.stringify(b) ? { left: a, right: b, kind } : { left: b, right: a, kind };
}

/** The same text for the same question, whichever side stands first. */
export function questionKey(question: Question): string {
  const { left, right, kind } = askAbout(question.left, question.right, question.kind);
  return `${kind} ${JSON.stringify(left)} ${JSON.stringify(right)}`;
}

/** All questions, each once. */
export function gatherQuestions(lists: readonly (readonly Question[])[]): readonly Question[] {
  const all = lists.flat();
  if (all.length < 2) return all;
  const byKey = new Map(all.map((question) => [questionKey(question), question]));
  return [...byKey.values()].slice(0, MAX_QUESTIONS);
}

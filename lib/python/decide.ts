import { setImmediate } from "node:timers/promises";
import { type Comparison, compareAnswers } from "#lib/answers/equal.ts";
import { bareAnswer } from "#lib/answers/extract.ts";
import { type Question, questionKey, type Rulings } from "#lib/answers/questions.ts";
import { givenAnswer } from "#lib/formats/given-answer.ts";
import { askSympy, type OpenSandbox } from "./ask.ts";

export interface AnswerPair {
  reference: string;
  prediction: string;
}

/** `doubt`: why SymPy didn't settle what the rules leave open; `unavailable`: where that is for want of SymPy. */
export interface Settled<Found> {
  found: Found;
  doubt: string | null;
  unavailable: string | null;
}

interface Asked {
  rulings: Map<string, "equal" | "different">;
  doubts: Map<string, string>;
  unavailable: string | null;
}

export interface Patience {
  signal?: AbortSignal | undefined;
  /** From the start; what SymPy hasn't answered by then stays in doubt. */
  milliseconds?: number;
}

function endOf({ signal, milliseconds }: Patience): AbortSignal | undefined {
  if (milliseconds === undefined) return signal;
  const end = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, end]) : end;
}

/** What has been ruled may raise new questions, but not for ever. */
const ROUNDS = 3;
/** The event loop gets its turn after this much work in one piece. */
const SLICE_MILLISECONDS = 10;

/** Does the work on each item in order, and lets the event loop run in between. */
export async function eachInSlices<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => void,
): Promise<void> {
  let start = performance.now();
  for (const [index, item] of items.entries()) {
    work(item, index);
    if (performance.now() - start < SLICE_MILLISECONDS) continue;
    await setImmediate();
    start = performance.now();
  }
}

function openQuestions(questions: readonly Question[], { rulings, doubts }: Asked): readonly Question[] {
  return questions.filter((question) => {
    const key = questionKey(question);
    return !rulings.has(key) && !doubts.has(key);
  });
}

/**
 * Judges each item by pure rules, asks SymPy what they leave open, and judges those items again with its rulings.
 * Lets the event loop breathe, and opens the sandbox only where there is a question. Rejects with the signal's reason
 * when it aborts.
 */
export async function settle<Item, Found extends { readonly questions: readonly Question[] }>(
  open: OpenSandbox,
  items: readonly Item[],
  judge: (item: Item, rulings: Rulings) => Found,
  patience: Patience = {},
): Promise<Settled<Found>[]> {
  const { signal } = patience;
  const end = endOf(patience);
  const asked: Asked = { rulings: new Map(), doubts: new Map(), unavailable: null };
  const found = new Map<number, Found>();
  let due = [...items.keys()];
  for (let round = 0; due.length > 0; round += 1) {
    await eachInSlices(due, (index) => {
      signal?.throwIfAborted();
      const item = items[index];
      if (item !== undefined) found.set(index, judge(item, asked.rulings));
    });
    due = due.filter((index) => openQuestions(found.get(index)?.questions ?? [], asked).length > 0);
    if (round >= ROUNDS) break;
    const questions = due.flatMap((index) => openQuestions(found.get(index)?.questions ?? [], asked));
    if (questions.length === 0) break;
    const said = await askSympy(open, questions, end);
    signal?.throwIfAborted();
    for (const [key, ruling] of said.rulings) asked.rulings.set(key, ruling);
    for (const [key, doubt] of said.doubts) asked.doubts.set(key, doubt);
    asked.unavailable ??= said.unavailable;
  }
  return [...found.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => ({ found: one, ...doubtOf(one.questions, asked) }));
}

function doubtOf(questions: readonly Question[], asked: Asked): Omit<Settled<unknown>, "found"> {
  const doubts = questions.flatMap((question) => asked.doubts.get(questionKey(question)) ?? []);
  const { unavailable } = asked;
  const doubt = doubts[0] ?? null;
  return { doubt, unavailable: unavailable !== null && doubts.includes(unavailable) ? unavailable : null };
}

/** The reason with why SymPy didn't settle it. */
export function withDoubt(reason: string, doubt: string | null): string {
  return doubt === null ? reason : `${reason}; ${doubt}`;
}

/**
 * Compares bare answers, each prediction with its reference: by rules, and where they leave a doubt by SymPy in the
 * sandbox, which is opened only then. What can't be settled, or not within `milliseconds`, stays undecided, and the reason
 * says why. In order; rejects with the signal's reason when it aborts.
 */
export async function decideAnswers(
  open: OpenSandbox,
  pairs: readonly AnswerPair[],
  signal?: AbortSignal,
  milliseconds?: number,
): Promise<Comparison[]> {
  const judge = ({ reference, prediction }: AnswerPair, rulings: Rulings) =>
    compareAnswers(reference, prediction, { rulings });
  const settled = await settle(open, pairs, judge, { signal, ...(milliseconds ? { milliseconds } : {}) });
  return settled.map(({ found, doubt }) =>
    found.outcome === "undecided" ? { ...found, reason: withDoubt(found.reason, doubt) } : found,
  );
}

/** As `decideAnswers`, where a reference may be a whole solution that declares one, and a prediction any solution. */
export async function decideSolutions(
  open: OpenSandbox,
  pairs: readonly AnswerPair[],
  signal?: AbortSignal,
  milliseconds?: number,
): Promise<Comparison[]> {
  const bare: AnswerPair[] = [];
  await eachInSlices(pairs, ({ reference, prediction }) => {
    signal?.throwIfAborted();
    bare.push({ reference: bareAnswer(reference), prediction: givenAnswer(prediction) });
  });
  return decideAnswers(open, bare, signal, milliseconds);
}

import type { TaskKind, UnitAnswer } from "#lib/review/contract.ts";

/** What a key can do in the room. */
export type Action =
  | "a"
  | "b"
  | "a-clearly"
  | "b-clearly"
  | "tie"
  | "both_bad"
  | `score-${number}`
  | "good"
  | "bad"
  | "undecided"
  | "clear"
  | "solvable"
  | "answerRight"
  | "step-next"
  | "step-before"
  | "step-mark"
  | "step-none"
  | `place-${number}`
  | "rank-tie"
  | "rank-back"
  | "send"
  | "skip"
  | "undo"
  | "comment"
  | "view"
  | "problem"
  | "instructions"
  | "help";

export interface Shortcut {
  action: Action;
  keys: string;
  label: string;
}

const PAIR: readonly Shortcut[] = [
  { action: "a", keys: "1", label: "A is better" },
  { action: "b", keys: "2", label: "B is better" },
  { action: "tie", keys: "3", label: "Tie" },
  { action: "both_bad", keys: "4", label: "Both bad" },
  { action: "a-clearly", keys: "7", label: "A is clearly better" },
  { action: "b-clearly", keys: "8", label: "B is clearly better" },
];

const SCORE: readonly Shortcut[] = Array.from({ length: 10 }, (_, at) => ({
  action: `score-${at + 1}` as const,
  keys: String((at + 1) % 10),
  label: `${at + 1} of 10`,
}));

const SEED: readonly Shortcut[] = [
  { action: "good", keys: "g", label: "Good problem" },
  { action: "bad", keys: "b", label: "Bad problem" },
  { action: "undecided", keys: "d", label: "Can't decide" },
  { action: "clear", keys: "1", label: "Clear: yes, no, unsaid" },
  { action: "solvable", keys: "2", label: "Solvable: yes, no, unsaid" },
  { action: "answerRight", keys: "3", label: "Answer right: yes, no, unsaid" },
];

const STEPS: readonly Shortcut[] = [
  { action: "step-next", keys: "j", label: "Next step" },
  { action: "step-before", keys: "k", label: "Step before" },
  { action: "step-mark", keys: "enter", label: "This step is the first wrong one" },
  { action: "step-none", keys: "n", label: "No step is wrong" },
];

const RANKING: readonly Shortcut[] = [
  ...Array.from({ length: 9 }, (_, at) => ({
    action: `place-${at + 1}` as const,
    keys: String(at + 1),
    label: `Answer ${at + 1} is next in order`,
  })),
  { action: "rank-tie", keys: "=", label: "The next one ties with it" },
  { action: "rank-back", keys: "backspace", label: "Take the last one out" },
  { action: "send", keys: "enter", label: "Send the order" },
];

const OF_KIND: Record<TaskKind, readonly Shortcut[]> = {
  pair: PAIR,
  score: SCORE,
  seed: SEED,
  first_wrong: STEPS,
  ranking: RANKING,
};

const ALWAYS: readonly Shortcut[] = [
  { action: "skip", keys: "s", label: "Skip" },
  { action: "undo", keys: "u", label: "Take the last answer back" },
  { action: "comment", keys: "c", label: "Comment" },
  { action: "view", keys: "r", label: "Source, rendered or differences" },
  { action: "problem", keys: "p", label: "Show or hide the problem" },
  { action: "instructions", keys: "i", label: "Instructions" },
  { action: "help", keys: "?", label: "These keys" },
];

/** What a person has put in place of the usual keys, by kind of task and action. */
export type Remapped = Partial<Record<string, string>>;

/** The keys of a kind of task, as this person has them. */
export function shortcutsOf(kind: TaskKind, remapped: Remapped): { own: Shortcut[]; always: Shortcut[] } {
  const mine = (shortcut: Shortcut): Shortcut => ({
    ...shortcut,
    keys: remapped[`${kind}/${shortcut.action}`] ?? shortcut.keys,
  });
  return { own: OF_KIND[kind].map(mine), always: ALWAYS.map(mine) };
}

/** The action that has this key already, other than `action`; null where the key is free. */
export function takenBy(kind: TaskKind, remapped: Remapped, action: Action, keys: string): Shortcut | null {
  const { own, always } = shortcutsOf(kind, remapped);
  return [...own, ...always].find((one) => one.keys === keys && one.action !== action) ?? null;
}

/** The answer that a single key is, if it is one. */
export function answerOf(action: Action): UnitAnswer | null {
  switch (action) {
    case "skip":
      return { kind: "skip" };
    case "a":
    case "b":
    case "tie":
    case "both_bad":
      return { kind: "pair", choice: action };
    case "a-clearly":
      return { kind: "pair", choice: "a", strength: 3 };
    case "b-clearly":
      return { kind: "pair", choice: "b", strength: 3 };
    default: {
      const score = /^score-(\d+)$/.exec(action)?.[1];
      return score === undefined ? null : { kind: "score", score: Number(score) };
    }
  }
}

import type { SideAnswer } from "#lib/review/contract.ts";

export interface AnswerKey {
  answer: SideAnswer;
  keys: string;
  label: string;
}

/** The answers in the order they stand on the screen, with the key of each. */
export const ANSWER_KEYS: readonly AnswerKey[] = [
  { answer: "a", keys: "1", label: "A is better" },
  { answer: "b", keys: "2", label: "B is better" },
  { answer: "tie", keys: "3", label: "Tie" },
  { answer: "both_bad", keys: "4", label: "Both bad" },
  { answer: "skip", keys: "s", label: "Skip" },
];

export const SHORTCUT_GROUPS = [
  { title: "Answer", shortcuts: ANSWER_KEYS.map(({ keys, label }) => ({ keys, label })) },
  {
    title: "Also",
    shortcuts: [
      { keys: "u", label: "Take the last vote back" },
      { keys: "r", label: "Rendered or source" },
      { keys: "p", label: "Show or hide the problem" },
      { keys: "?", label: "This help" },
    ],
  },
];

import type { TaskKind } from "#lib/review/contract.ts";

export const WARNING = {
  fast: {
    title: "Faster than one can read",
    text: "Your last answers took less than a tenth of the time that reading takes. Take the time that you need.",
  },
  one_sided: {
    title: "Nearly always the same side",
    text: "Of your last thirty choices nearly all were for the same side. Sides are shuffled: look at both.",
  },
} as const;

export const KIND_ASKS: Record<TaskKind, string> = {
  pair: "Which of two answers is better",
  ranking: "Put answers in order",
  score: "Grade an answer from 1 to 10",
  first_wrong: "Find the first wrong step",
  seed: "Check a problem",
};

import type { ScoreKind, ScorerSource } from "#lib/scoring/contract.ts";

export const SUBJECTS = [
  { value: "paths", label: "Paths" },
  { value: "problems", label: "Problems" },
] as const;

export const KIND_WORD: Record<ScoreKind, string> = { critique: "Critique", reward: "Reward" };

export const KIND_MEANING: Record<ScoreKind, string> = {
  critique: "Absolute, from 1 to 10: 9 is good anywhere, 2 is bad anywhere.",
  reward: "Relative: orders the paths of one problem, and is comparable only within it.",
};

export const SOURCE_WORD: Record<ScorerSource, string> = {
  critique: "a model with a rubric",
  reward: "a reward model",
  compare: "a model that compares",
  judged: "people's judgements",
  trained: "trained by Lemma",
  person: "a person's grades",
  imported: "from a file",
};

const two = new Intl.NumberFormat("en", { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const one = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A score as it is shown: a critique of ten, a reward by its sign and two digits. */
export function scoreText(kind: ScoreKind, value: number): string {
  if (kind === "critique") return one.format(value);
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${two.format(Math.abs(value))}`;
}

/** A share between 0 and 1 to three decimals; an em dash where there is none. */
export function figureText(value: number | null): string {
  return value === null ? "—" : value.toFixed(3);
}

import type { Tone } from "#components/ui/tone.ts";
import type { PathFilter, PathRow, Verdict } from "#lib/paths/contract.ts";

/** A verdict, or that there is none yet. */
export type VerdictState = NonNullable<PathFilter["verdict"]>;

export const VERDICT_STATES: readonly VerdictState[] = [
  "correct",
  "incorrect",
  "unverifiable",
  "error",
  "unchecked",
];

export const VERDICT_LABEL: Record<VerdictState, string> = {
  correct: "Correct",
  incorrect: "Incorrect",
  unverifiable: "Unverifiable",
  error: "Error",
  unchecked: "Not checked",
};

export const VERDICT_TONE: Record<VerdictState, Tone> = {
  correct: "good",
  incorrect: "bad",
  unverifiable: "neutral",
  error: "warn",
  unchecked: "neutral",
};

export function verdictState(verdict: Verdict | null): VerdictState {
  return verdict ?? "unchecked";
}

const METHOD: Record<NonNullable<PathRow["verdictMethod"]>, string> = {
  literal: "compared as text",
  numeric: "compared as numbers",
  symbolic: "compared as expressions",
  executed: "found by running its code",
};

/** How a verdict was reached, in words; null before checking and where nothing could be compared. */
export function verdictMethodText(method: PathRow["verdictMethod"]): string | null {
  return method === null ? null : METHOD[method];
}

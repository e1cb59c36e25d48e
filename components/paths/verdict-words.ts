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
  executed: "found by running the code",
};

/** How a verdict was reached and why, as one line: "compared as numbers: 18.0 is 18". Null before checking. */
export function verdictGrounds(path: Pick<PathRow, "verdictMethod" | "verdictReason">): string | null {
  const method = path.verdictMethod === null ? null : METHOD[path.verdictMethod];
  const parts = [method, path.verdictReason].filter((part) => part !== null && part !== "");
  return parts.length === 0 ? null : parts.join(": ");
}

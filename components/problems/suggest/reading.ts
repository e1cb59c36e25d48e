import type { Suggestion } from "#lib/problems/contract.ts";

/** What to say of a suggestion beside the sub-domain that is chosen. */
export type Reading =
  | { readonly kind: "nothing" | "untaught" }
  | { readonly kind: "agrees"; readonly best: Guess }
  | {
      readonly kind: "unsure" | "suggests" | "differs";
      readonly best: Guess;
      readonly others: readonly Guess[];
    };

export type Guess = Suggestion["subdomains"][number];

/** From here on a guess is said to be one. */
const SURE = 0.5;
/** Against what a person chose it must be surer. */
const SURER = 0.7;
const LEAST_SHOWN = 0.05;
const MOST_OTHERS = 3;

/**
 * A person's choice stands unless the guess is much surer; without a choice the best guess is offered, with
 * alternatives. `untaught`: there are too few labels to learn from.
 */
export function readingOf(suggestion: Suggestion, value: string | null): Reading {
  const [best, ...rest] = suggestion.subdomains;
  if (!best) return { kind: suggestion.trainedOn === 0 && value === null ? "untaught" : "nothing" };
  if (best.subdomain === value) return { kind: "agrees", best };
  const others = rest.filter(({ subdomain, confidence }) => subdomain !== value && confidence >= LEAST_SHOWN);
  const shown = others.slice(0, MOST_OTHERS);
  if (value !== null)
    return best.confidence >= SURER ? { kind: "differs", best, others: shown } : { kind: "nothing" };
  return { kind: best.confidence >= SURE ? "suggests" : "unsure", best, others: shown };
}

/** "92 %"; never 0 or 100, which no guess is. */
export function percentOf(confidence: number): string {
  return `${Math.min(99, Math.max(1, Math.round(100 * confidence)))} %`;
}

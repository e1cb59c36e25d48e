import { wilson } from "#lib/statistics/wilson.ts";
import type { Figure } from "../contract/trust.ts";

/** A share of trials with its 95 % interval; `why` says what there is none of. */
export function shareFigure(successes: number, trials: number, why: string): Figure {
  const interval = wilson(successes, trials);
  if (!interval) return noFigure(why);
  return { value: successes / trials, ...interval, n: trials, why: null };
}

/** A number that has no interval; null where it is undefined, for the reason that is given. */
export function plainFigure(value: number | null, n: number, why: string): Figure {
  return value === null ? noFigure(why, n) : { value, low: null, high: null, n, why: null };
}

export function noFigure(why: string, n = 0): Figure {
  return { value: null, low: null, high: null, n, why };
}

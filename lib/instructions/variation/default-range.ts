import { LARGEST_WORD } from "./number-words.ts";
import type { StatementNumber } from "./statement-numbers.ts";

export interface Range {
  min: number;
  max: number;
  step: number;
  /** False where no other value is sure to make sense. */
  varies: boolean;
}

/** What the words after a number allow at most, and at least. */
const LIMITS: readonly [RegExp, number][] = [
  [/^[-\s](?:hours?|hrs?)\s?(?:a|per|each|every|\/)\s?(?:\w+\s)?(?:day|night)/i, 16],
  [/^[-\s]days?\s?(?:a|per|each|every|in a|of the|\/)\s?(?:\w+\s)?week/i, 7],
  [/^[-\s]months?\s?(?:a|per|each|every|in a|of the)\s?year/i, 12],
  [/^[-\s]years?[-\s](?:old|of age)/i, 90],
  [/^[-\s](?:minutes?|mins?)\s?(?:of|in|per) (?:an?|each|every) hour/i, 59],
  [/^\s?(?:\^\s?\{?\s?\\circ|°|degrees)/i, 175],
];
const NEVER_SMALLEST = 2;
const FEWEST_CHOICES = 6;

/** Avoids numbers such as 0.30000000000000004. */
export function tidy(value: number): number {
  return Number(value.toFixed(10));
}

/** Round numbers stay round: the largest of 1, 5, 10, 50, … (of the last decimal) that divides it and leaves a choice. */
function stepOf(value: number, decimals: number, low: number, high: number): number {
  const unit = 10 ** -decimals;
  const units = Math.round(value / unit);
  let best = 1;
  for (let ten = 1; ten <= units; ten *= 10) {
    for (const step of [ten, 5 * ten]) {
      const choices = Math.floor(high / unit / step + 1e-9) - Math.ceil(low / unit / step - 1e-9);
      if (units % step === 0 && choices >= FEWEST_CHOICES) best = step;
    }
  }
  return tidy(best * unit);
}

function boundsOf(number: StatementNumber, after: string): { low: number; high: number } {
  const { value, decimals, percent, role, written } = number;
  let low = value / 2;
  let high = value * 2;
  if (decimals === 0 && value <= 2) high = value === 1 ? 4 : 5;
  if (role === "exponent" && value <= 10) [low, high] = [2, value + 2];
  if (role === "subscript") [low, high] = [value - 2, value + 3];
  if (percent && value < 100) high = Math.min(high, 95);
  if (written === "word" && value <= LARGEST_WORD) high = Math.min(high, LARGEST_WORD);
  const limit = LIMITS.find(([words]) => words.test(after))?.[1];
  if (limit !== undefined && value <= limit) high = Math.min(high, limit);
  return { low, high };
}

/**
 * The values that a number of a statement may take unless a person says otherwise: from half to double, in steps that
 * keep whole numbers whole, round ones round, and decimals as many as they were; never 0; never 1 where it wasn't, which
 * would be "1 apples". What is 0, one thing, or a name stays as it is. `after` is what stands behind it.
 */
export function defaultRange(number: StatementNumber, after: string): Range {
  const { value, decimals, math, percent, name } = number;
  const { low, high } = boundsOf(number, after);
  const step = stepOf(value, decimals, low, high);
  const least = decimals > 0 ? step : value <= 1 ? 1 : NEVER_SMALLEST;
  const min = tidy(Math.max(Math.ceil(low / step - 1e-9) * step, Math.ceil(least / step - 1e-9) * step));
  const max = tidy(Math.max(min, Math.floor(high / step + 1e-9) * step));
  const single = value === 1 && !math;
  const varies = name === null && value > 0 && !single && !(percent && value === 100) && max > min;
  return { min: Math.min(min, value), max: Math.max(max, value), step, varies };
}

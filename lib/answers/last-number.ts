import type { Span } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

/** Every quantifier is bounded or can't be entered twice for one character, so the search is linear. */
const NUMBER = new RegExp(
  [
    String.raw`(?:(?<![\w)}\]])[-−])?(?:\\?[$£€]\s?)?`,
    "(?:",
    String.raw`(?:\d{1,30}\s?)?\\[dt]?frac\s?\{-?\d{1,30}\}\s?\{\d{1,30}\}`,
    String.raw`|\d{0,30}\s?\\sqrt\s?\{\d{1,30}\}`,
    String.raw`|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,4}(?!\w))?(?:\s?/\s?\d{1,30})?(?:\s?\\pi\b|π)?`,
    String.raw`|(?<![\d.])\.\d+`,
    ")",
    String.raw`(?:\s?\\?%)?`,
  ].join(""),
  "g",
);
const NOT_A_NUMBER = /^(?:st|nd|rd|th)\b/;
const ENUMERATOR = /(?:^|\n)\s{0,8}$/;

/**
 * The last number in the text: whole, decimal, with thousands separators, a fraction, a simple root or multiple of
 * pi, with its sign, currency or percent sign. Ordinals (3rd), parts of names (x2) and the numbers of a numbered
 * list don't count. The last resort, and often wrong.
 */
export function findLastNumber(text: string, steps: Steps = newSteps()): Span | null {
  let found: Span | null = null;
  for (const match of text.matchAll(NUMBER)) {
    if (!spend(steps, match[0].length)) break;
    const start = match.index;
    const end = start + match[0].length;
    const after = text.slice(end, end + 3);
    const before = text.slice(Math.max(0, start - 10), start);
    const isEnumerator = /^[.)]\s/.test(after) && ENUMERATOR.test(before) && /^\d+$/.test(match[0]);
    if (/[A-Za-z_]$/.test(before) || NOT_A_NUMBER.test(after) || isEnumerator) continue;
    found = { start, end };
  }
  return found;
}

import { compareCalendarDays, readMonth } from "./calendar.ts";
import { compareClockTimes } from "./clock.ts";
import { type Finding, finding, undecided } from "./finding.ts";
import type { Leaf } from "./leaf.ts";
import { numericValue } from "./number.ts";
import { divideRationals, multiplyRationals, type Rational } from "./rational.ts";
import type { Special } from "./special.ts";
import type { Steps } from "./steps.ts";

const areSame = (a: Rational | null, b: Rational | null): boolean =>
  a !== null && b !== null && a.n === b.n && a.d === b.d;

function told(outcome: "equal" | "different" | "unclear", doubt: string): Finding {
  return outcome === "unclear" ? undecided(doubt) : finding(outcome, "numeric");
}

function comparePair(a: Special, b: Special): Finding | null {
  if (a.kind === "based" && b.kind === "based")
    return finding(areSame(a.based.value, b.based.value) ? "equal" : "different", "numeric");
  if (a.kind === "day" && b.kind === "day")
    return told(compareCalendarDays(a.days, b.days), "one may be another day");
  if (a.kind === "time" && b.kind === "time")
    return told(compareClockTimes(a.times, b.times), "morning or afternoon?");
  if (a.kind === "ordinal" && b.kind === "ordinal")
    return finding(a.ordinal.place === b.ordinal.place ? "equal" : "different", "numeric");
  return null;
}

/** The fraction that a leaf is, where it is one and names no unit. */
function plainNumber(leaf: Leaf): Rational | null {
  const value = leaf.number && !leaf.unit ? numericValue(leaf.number) : null;
  return value?.kind === "exact" ? value.value : null;
}

const isNumber = (value: Rational, n: number): boolean => value.d === 1n && value.n === BigInt(n);

/** A time of day against a number: `3 PM` is 3, and `15:30` might be 1530. */
function compareTime(times: readonly number[], value: Rational, leaf: Leaf): Finding | null {
  if (leaf.number) return null;
  const numbers = times.flatMap((time) => {
    const [h, m] = [Math.floor(time / 3600), Math.floor((time % 3600) / 60)];
    return [h, h % 12 || 12, h * 100 + m, (h % 12 || 12) * 100 + m];
  });
  return numbers.some((n) => isNumber(value, n))
    ? undecided("a time or a number?")
    : finding("different", "literal");
}

function compareWithNumber(special: Special, leaf: Leaf, value: Rational, steps: Steps): Finding | null {
  if (special.kind === "based") {
    const { based } = special;
    if (areSame(based.value, value)) return finding("equal", "numeric");
    const omitted = value.d === 1n && based.digits === String(value.n);
    return omitted ? undecided("one names no base") : finding("different", "numeric");
  }
  if (special.kind === "day") {
    const named = special.days.some(({ day }) => isNumber(value, day));
    return named ? undecided("a date or a number?") : finding("different", "literal");
  }
  if (special.kind === "time") return compareTime(special.times, value, leaf);
  if (special.kind === "ordinal") {
    if (!special.ordinal.spelled) return null;
    const { place } = special.ordinal;
    const doubt = isNumber(value, place) || (value.n === 1n && value.d === BigInt(place));
    return doubt ? undecided("a place or a number?") : finding("different", "numeric");
  }
  const { total, units } = special.amount;
  const smallest = units.at(-1)?.factor ?? null;
  const inUnits = units.map(({ factor }) => {
    const size = smallest && divideRationals(smallest, factor, steps);
    return size && multiplyRationals(total, size, steps);
  });
  return finding(inUnits.some((amount) => areSame(amount, value)) ? "equal" : "different", "numeric");
}

/**
 * Compares numbers in bases, days, times, amounts in several units and ordinals with each other and with plain
 * numbers; symmetric. Null where neither is one of them, or nothing is known about such a pair.
 * - `1011_2` is 11 and `11_{10}`; against 1011, which may have left its base out, it is undecided.
 * - "1 hour 30 minutes" is 90 minutes, and also 90 or 1.5: the question said in what.
 */
export function compareSpecial(a: Leaf, b: Leaf, steps: Steps): Finding | null {
  if (a.special && b.special) {
    const same = a.special.kind === b.special.kind && a.text === b.text && a.unit === b.unit;
    return same ? finding("equal", "literal") : comparePair(a.special, b.special);
  }
  const [special, leaf, other] = a.special ? [a.special, a, b] : [b.special, b, a];
  if (special?.kind === "day" && readMonth(other.text) !== null)
    return finding("different", "literal", "one is a whole month");
  const value = plainNumber(other);
  return special && value ? compareWithNumber(special, leaf, value, steps) : null;
}

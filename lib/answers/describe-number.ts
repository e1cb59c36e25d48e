import { MAX_ANSWER_LENGTH } from "./normalise.ts";
import { type NumericAnswer, numericValue } from "./number.ts";
import { isTerminating, multiplyRationals, powerOfRational, type Rational, toDouble } from "./rational.ts";
import type { Steps } from "./steps.ts";
import type { Value } from "./value.ts";

/**
 * A number in words: `words` such as "the fraction 3/4 = 0.75", and `plain`, a spelling of its value that
 * `compareAnswers` finds equal to it.
 */
export type NumberDescription = { readonly words: string; readonly plain: string };

const MAX_PLACES = 12n;
const SHOWN_DIGITS = 24;
/** Worse known values are not called numbers: nothing could be told to equal them. */
const RELATIVE_CERTAINTY = 1e-9;

function shortened(digits: string): string {
  const count = digits.replace("-", "").length;
  return count <= SHOWN_DIGITS ? digits : `${digits.slice(0, 9)}… (${count} digits)`;
}

/** Six significant digits, without zeros that say nothing. */
function rounded(value: number): string {
  const text = value.toPrecision(6);
  return text.includes("e") || !text.includes(".") ? text : text.replace(/\.?0+$/, "");
}

/** All decimals where they are finitely many and few, else null. */
function decimalsOf(value: Rational, steps: Steps): string | null {
  if (!isTerminating(value, steps)) return null;
  for (let places = 1n; places <= MAX_PLACES; places += 1n) {
    const power = powerOfRational({ n: 10n, d: 1n }, places, steps);
    const scaled = power && multiplyRationals(value, power, steps);
    if (!scaled) return null;
    if (scaled.d !== 1n) continue;
    const digits = (scaled.n < 0n ? -scaled.n : scaled.n).toString().padStart(Number(places) + 1, "0");
    const at = digits.length - Number(places);
    const decimals = `${scaled.n < 0n ? "-" : ""}${digits.slice(0, at)}.${digits.slice(at)}`;
    return decimals.length <= SHOWN_DIGITS ? decimals : null;
  }
  return null;
}

function exactWords(value: Rational, number: NumericAnswer, steps: Steps): string {
  const whole = value.d === 1n;
  const fraction = whole ? shortened(`${value.n}`) : `${shortened(`${value.n}`)}/${shortened(`${value.d}`)}`;
  const decimals = whole ? fraction : decimalsOf(value, steps);
  const double = toDouble(value);
  const near = Number.isFinite(double) && double !== 0 ? ` ≈ ${rounded(double)}` : "";
  if (number.percent) return `the percentage that is ${decimals ?? `${fraction}${near}`}`;
  if (whole) return `the whole number ${fraction}`;
  if (number.decimal && decimals !== null) return `the decimal ${decimals} = ${fraction}`;
  return `the fraction ${fraction}${decimals === null ? near : ` = ${decimals}`}`;
}

function plainOf(value: Value): string | null {
  if (value.kind === "exact") {
    const { n, d } = value.value;
    return d === 1n ? `${n}` : `${n}/${d}`;
  }
  const known = value.error <= RELATIVE_CERTAINTY * Math.abs(value.value);
  return known ? value.value.toPrecision(16) : null;
}

/** Null where the number is too long to be written out, or not known well enough. */
export function describeNumber(number: NumericAnswer, steps: Steps): NumberDescription | null {
  const value = numericValue(number);
  const plain = plainOf(value);
  if (plain === null || plain.length > MAX_ANSWER_LENGTH) return null;
  return value.kind === "exact"
    ? { words: exactWords(value.value, number, steps), plain }
    : { words: `the number ≈ ${rounded(value.value)}`, plain };
}

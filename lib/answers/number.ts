import { evaluate } from "./evaluate.ts";
import { spellLatex } from "./latex.ts";
import { withoutMarks } from "./marks.ts";
import { isTerminating, type Rational } from "./rational.ts";
import { newSteps, type Steps } from "./steps.ts";
import { joinThousands } from "./thousands.ts";
import { asDouble, compareValues, divide, exact, multiply, type Value, whole } from "./value.ts";

/**
 * A numeric answer. `written` is the number that stands there and `percent` whether a percent sign follows it, so
 * that 50% is written 50. `decimal`: a decimal point was written; `significant`: the digits its longest decimal shows.
 */
export type NumericAnswer = {
  readonly written: Value;
  readonly percent: boolean;
  readonly decimal: boolean;
  readonly significant: number;
};

export type NumericOutcome = "equal" | "different" | "unclear";

/** How near a finite decimal must come to a number that no finite decimal can write. Exclusive: see `compareNumbers`. */
const DECIMAL_TOLERANCE = 1_000_000n;
/** A decimal of so many significant digits was printed by a machine from a double, and carries its rounding. */
const DOUBLE_DIGITS = 15;
const DOUBLE_TOLERANCE = 1e-9;
const DOUBLE_ZERO = 1e-12;

/** Reads canonical text (see `spellLatex`) as one number, or null. */
export function readNumber(text: string, steps: Steps): NumericAnswer | null {
  const percent = text.endsWith("%");
  const found = evaluate(percent ? text.slice(0, -1).trimEnd() : text, steps);
  if (!found) return null;
  return { written: found.value, percent, decimal: found.decimal, significant: found.significant };
}

/**
 * Reads an answer, in LaTeX or plain text, as one number: whole numbers, decimals, fractions, mixed numbers,
 * percentages, scientific notation, money, roots, multiples of pi, and closed arithmetic with them. Null for all
 * else, words and units included, and for numbers of more than 4000 digits.
 */
export function parseNumber(answer: string, steps: Steps = newSteps(100_000)): NumericAnswer | null {
  const spelling = joinThousands(withoutMarks(spellLatex(answer, steps)));
  return readNumber(spelling, steps);
}

/** The value itself: 50% is one half. */
export function numericValue(number: NumericAnswer): Value {
  if (!number.percent) return number.written;
  return divide(number.written, whole(100n), newSteps()) ?? number.written;
}

function isFiniteDecimal(value: Value, steps: Steps): value is Extract<Value, { kind: "exact" }> {
  return value.kind === "exact" && isTerminating(value.value, steps);
}

function withinTolerance(decimal: Rational, other: Value): boolean {
  if (other.kind === "exact") {
    const gap = decimal.n * other.value.d - other.value.n * decimal.d;
    const size = other.value.n * decimal.d;
    return (gap < 0n ? -gap : gap) * DECIMAL_TOLERANCE < (size < 0n ? -size : size);
  }
  const near = asDouble(exact(decimal));
  return (
    near !== null && Math.abs(near.value - other.value) * Number(DECIMAL_TOLERANCE) < Math.abs(other.value)
  );
}

function nearAsDoubles(a: Value, b: Value): boolean {
  const x = asDouble(a)?.value;
  const y = asDouble(b)?.value;
  if (x === undefined || y === undefined) return false;
  const gap = Math.abs(x - y);
  return gap <= DOUBLE_TOLERANCE * Math.max(Math.abs(x), Math.abs(y)) || (x * y === 0 && gap < DOUBLE_ZERO);
}

const isWhole = (value: Value): boolean => value.kind === "exact" && value.value.d === 1n;

function compareAs(a: Value, b: Value, x: NumericAnswer, y: NumericAnswer, steps: Steps): NumericOutcome {
  const strict = compareValues(a, b);
  if (strict === "equal") return "equal";
  const printed =
    (x.decimal && x.significant >= DOUBLE_DIGITS) || (y.decimal && y.significant >= DOUBLE_DIGITS);
  if (printed && !(isWhole(a) && isWhole(b)) && nearAsDoubles(a, b)) return "equal";
  if (x.decimal && isFiniteDecimal(a, steps) && !isFiniteDecimal(b, steps) && withinTolerance(a.value, b)) {
    return "equal";
  }
  if (y.decimal && isFiniteDecimal(b, steps) && !isFiniteDecimal(a, steps) && withinTolerance(b.value, a)) {
    return "equal";
  }
  return strict;
}

/**
 * Compares two numeric answers; symmetric. Rational values compare exactly. The exceptions:
 * - A finite decimal against a number that has no finite decimal (1/3, √2, π) is equal when it is nearer than one
 *   millionth of it: 0.3333333 is 1/3 and 0.666667 is 2/3, but 0.33 and even 0.333333 (off by exactly a millionth)
 *   are not 1/3.
 * - A decimal of 15 or more significant digits came out of floating point: 0.30000000000000004 is 0.3. Not so two
 *   whole numbers: 9007199254740988.0 is not 9007199254740977.0.
 * - 50% is 0.5, and also 50: where only one side writes the percent sign, the question did the rest.
 */
export function compareNumbers(x: NumericAnswer, y: NumericAnswer, steps: Steps): NumericOutcome {
  const byValue = compareAs(numericValue(x), numericValue(y), x, y, steps);
  if (byValue === "equal" || x.percent === y.percent) return byValue;
  const asWritten = compareAs(x.written, y.written, x, y, steps);
  return asWritten === "equal" || byValue === "different" ? asWritten : byValue;
}

/** The same answer in a smaller unit: the written number times `factor`. */
export function scaled(number: NumericAnswer, factor: Rational, steps: Steps): NumericAnswer | null {
  const written = multiply(number.written, exact(factor), steps);
  return written && { ...number, written };
}

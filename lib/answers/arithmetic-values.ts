import { evaluate } from "./evaluate.ts";
import { isTerminating } from "./rational.ts";
import { newSteps, type Steps } from "./steps.ts";
import { asDouble, multiply, type Value, whole } from "./value.ts";

/** The values that a spelling may have: a percentage counts as a part of one, or as the number that is written. */
export type Reading = { readonly value: Value; readonly percent: "none" | "part" | "written" };

/** A spelling of more characters costs more than any honest statement needs. */
const MAX_LENGTH = 1000;

/** All values of closed arithmetic that may hold percent signs; none where it has no value or is too large. */
export function readings(spelling: string, steps: Steps): readonly Reading[] {
  if (spelling.length > MAX_LENGTH) return [];
  if (!spelling.includes("%")) {
    const found = evaluate(spelling, steps);
    return found ? [{ value: found.value, percent: "none" }] : [];
  }
  const part = evaluate(
    spelling.replace(/(\d{1,50}(?:\.\d{1,50})?)%/g, "($1/100)").replaceAll("%", "/100"),
    steps,
  );
  const written = evaluate(spelling.replaceAll("%", ""), steps);
  const found: Reading[] = [];
  if (part) found.push({ value: part.value, percent: "part" });
  if (written) found.push({ value: written.value, percent: "written" });
  return found;
}

const SHOWN_DIGITS = 12;

function showDouble(value: number): string {
  return String(Number(value.toPrecision(8))).replace("e+", "e");
}

function decimalsOf(n: bigint, d: bigint): string | null {
  for (let scale = 0; scale <= 8; scale += 1) {
    const power = 10n ** BigInt(scale);
    if ((n * power) % d !== 0n) continue;
    const size = ((n < 0n ? -n : n) * power) / d;
    const digits = size.toString().padStart(scale + 1, "0");
    const point = digits.length - scale;
    return (n < 0n ? "-" : "") + digits.slice(0, point) + (scale > 0 ? `.${digits.slice(point)}` : "");
  }
  return null;
}

/** Its first digits, with a sign that there are more. */
export function showDigits(value: Value): string {
  const double = asDouble(value)?.value;
  return double === undefined ? "a number too long to show" : `${showDouble(double)}…`;
}

/**
 * A value in a few characters: exact where a short decimal or fraction writes it (`24`, `2.5`, `10/3`), else its first
 * digits with a sign that there are more (`3.1415927…`).
 */
export function showValue(value: Value): string {
  if (value.kind === "approximate") return showDigits(value);
  const { n, d } = value.value;
  const double = asDouble(value)?.value;
  if (double === undefined) return showDigits(value);
  const short = Math.abs(double) < 10 ** SHOWN_DIGITS;
  const decimal = short && isTerminating(value.value, newSteps(1000)) ? decimalsOf(n, d) : null;
  if (decimal !== null) return decimal;
  return d < 10_000n && short ? `${n}/${d}` : showDigits(value);
}

/**
 * The value in the form of the number that is stated for it: in percent where that is. `part`: percentages went into
 * the value as parts of one; otherwise the form that comes nearer to the stated number is meant.
 */
export function showLike(value: Value, stated: string, part: boolean, steps: Steps): string {
  const plain = /^-?\d+(?:\.\d+)?%$/.test(stated) ? Math.abs(Number(stated.slice(0, -1))) : null;
  const size = Math.abs(asDouble(value)?.value ?? 0);
  if (plain === null) return showValue(value);
  const nearer = part || Math.abs(size * 100 - plain) <= Math.abs(size - plain);
  const shown = (nearer ? multiply(value, whole(100n), steps) : null) ?? value;
  const exact = showValue(shown);
  return `${exact.includes("/") ? showDigits(shown) : exact}%`;
}

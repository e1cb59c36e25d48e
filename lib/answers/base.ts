import { type Rational, rational } from "./rational.ts";
import { type Steps, spend } from "./steps.ts";
import { numberWord } from "./words.ts";

/** A number written in a base: `1011_2`. `digits` are its sign and digits as written, in capitals. */
export type Based = { readonly base: number; readonly digits: string; readonly value: Rational };

const WRITTEN =
  /^([-+]?) ?\(?([0-9A-Za-z]{1,400}(?: [0-9]{1,20}){0,20}(?:\.[0-9A-Za-z]{1,400})?)\)? ?(?:_ ?\{?\(?|,? ?\(? ?(?:in )?base[- ])([0-9]{1,2}|[a-z]{3,8})\)?\}?\)?$/i;
const PRINTED = /^(-?)0([box])([0-9a-f]{1,400})$/i;
const PREFIXES = new Map([
  ["b", 2],
  ["o", 8],
  ["x", 16],
]);

function read(sign: string, digits: string, base: number, steps: Steps): Based | null {
  if (base < 2 || base > 36 || !spend(steps, digits.length)) return null;
  const [whole = "", fraction = ""] = digits.split(".");
  let n = 0n;
  for (const char of whole + fraction) {
    const digit = Number.parseInt(char, 36);
    if (digit >= base) return null;
    n = n * BigInt(base) + BigInt(digit);
  }
  const value = rational(sign === "-" ? -n : n, BigInt(base) ** BigInt(fraction.length), steps);
  const shown = digits.replace(/^0+(?=[0-9A-Z])/, "");
  return value && { base, digits: (sign === "-" ? "-" : "") + shown, value };
}

/**
 * Reads a number with its base, in canonical spelling without text marks: `1011_2`, `(1011)_{2}`, `152A_{11}`,
 * `1011 base 2`, `1011_{two}`, and Python's `0b1011` and `0x1f`. Null where there is no base or a digit isn't one
 * of it. Letters alone (`AB_{16}`) are digits where there are two or more.
 */
export function readBased(text: string, steps: Steps): Based | null {
  const printed = PRINTED.exec(text);
  if (printed) {
    const [, sign = "", letter = "", digits = ""] = printed;
    return read(sign, digits.toUpperCase(), PREFIXES.get(letter.toLowerCase()) ?? 0, steps);
  }
  const written = WRITTEN.exec(text);
  if (!written) return null;
  const [, sign = "", spaced = "", named = ""] = written;
  const digits = spaced.replaceAll(" ", "");
  const base = /^\d/.test(named) ? Number(named) : (numberWord(named) ?? 0);
  const isNumber =
    /^\d/.test(digits) ||
    (base > 10 && /^[A-Z][0-9A-Z]+$/.test(digits)) ||
    (base === 16 && /^[a-f][0-9a-f]+$/.test(digits));
  return isNumber ? read(sign, digits.toUpperCase(), base, steps) : null;
}

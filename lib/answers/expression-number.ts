import type { Expression } from "./expression.ts";
import { fraction } from "./expression-build.ts";
import type { Cursor } from "./expression-cursor.ts";
import { type Steps, spend } from "./steps.ts";
import type { NumberToken } from "./tokens.ts";

/** Longer numbers are compared as numbers or not at all. */
const MAX_DIGITS = 400;

/**
 * The number of a token behind which the cursor stands, together with the fraction that makes it a mixed number
 * where one follows: `1\frac{1}{2}`, `1 1/2`. Null where such a fraction isn't a proper one.
 */
export function numberExpression(token: NumberToken, cursor: Cursor, steps: Steps): Expression | null {
  const { digits, scale, repeating } = token;
  if (digits.length + Math.abs(scale) + repeating.length > MAX_DIGITS) return null;
  if (!spend(steps, digits.length + Math.abs(scale))) return null;
  if (repeating !== "") {
    const top = BigInt(digits + repeating) - BigInt(digits || "0");
    return fraction(top, 10n ** BigInt(scale) * (10n ** BigInt(repeating.length) - 1n));
  }
  const n = BigInt(digits);
  if (scale < 0) return fraction(n * 10n ** BigInt(-scale), 1n);
  return scale === 0 ? mixed(n, cursor) : fraction(n, 10n ** BigInt(scale));
}

function mixed(n: bigint, cursor: Cursor): Expression | null {
  const first = cursor.next();
  if (first?.kind === "gap") {
    const [top, bottom] = [wholeAt(cursor, 1), wholeAt(cursor, 3)];
    if (top === null || bottom === null || cursor.symbol(2) !== "/") return null;
    cursor.skip(4);
    return withProper(n, top, bottom);
  }
  const isFraction = first?.kind === "function" && first.name === "frac";
  const [top, bottom] = [wholeAt(cursor, 2), wholeAt(cursor, 5)];
  const alone = cursor.symbol(3) === "}" && cursor.symbol(6) === "}";
  if (!isFraction || top === null || bottom === null || !alone) return fraction(n, 1n);
  cursor.skip(7);
  return withProper(n, top, bottom);
}

function wholeAt(cursor: Cursor, ahead: number): bigint | null {
  const token = cursor.next(ahead);
  return token?.kind === "number" &&
    token.scale === 0 &&
    token.repeating === "" &&
    token.digits.length <= MAX_DIGITS
    ? BigInt(token.digits)
    : null;
}

const withProper = (n: bigint, top: bigint, bottom: bigint): Expression | null =>
  top < bottom ? fraction(n * bottom + top, bottom) : null;

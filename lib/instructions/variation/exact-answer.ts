const FLOAT = /^-?\d+\.\d*(?:e[+-]?\d+)?$/i;
/** A double has 15 to 17 digits that count; a result of few steps is right to 12. */
const DIGITS = 12;
/** What still has a digit beyond so many goes on for ever, or might. */
const SHORT = 10;

/** How many digits of a decimal count. */
function significant(text: string): number {
  return text.replace(/e.*$/i, "").replace(/[-.]/g, "").replace(/^0+/, "").length;
}

/** What a difference of larger numbers leaves: right to so many decimals, if it has as few as these. */
const PLACES = 10;
const FEW = 6;
/** Nearer to 0 there is nothing but noise. */
const NOTHING = 1e-12;

/** The short decimal that a float stands for; null where there is none. */
function shortDecimal(value: number): number | null {
  const rounded = Number(value.toPrecision(DIGITS));
  if (significant(String(rounded)) <= SHORT) return rounded;
  const placed = Number(value.toFixed(PLACES));
  const isShort = placed !== 0 && Number(value.toFixed(FEW)) === placed;
  return isShort ? placed : null;
}

/**
 * A printed result as an answer: a float that is a whole number without its point, and one whose last digits are
 * rounding (0.30000000000000004) without them, if at most ten digits, or six decimals, are left. Everything else as it
 * was printed.
 */
export function exactAnswer(printed: string): string {
  const text = printed.trim();
  if (!FLOAT.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const short = Math.abs(value) < NOTHING ? 0 : shortDecimal(value);
  if (short === null || (Number.isInteger(short) && Math.abs(short) >= 10 ** DIGITS)) return text;
  return String(short === 0 ? 0 : short);
}

/** Digits after the point of an exact decimal; null where the answer is none, or goes on for ever. */
export function decimalsOf(answer: string): number | null {
  if (/^-?\d+$/.test(answer)) return 0;
  const decimals = /^-?\d+\.(\d+)$/.exec(answer)?.[1];
  return decimals !== undefined && significant(answer) <= SHORT ? decimals.length : null;
}

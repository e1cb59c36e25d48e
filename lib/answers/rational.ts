import { type Steps, spend } from "./steps.ts";

/** An exact fraction in lowest terms; `d` is positive. */
export type Rational = { readonly n: bigint; readonly d: bigint };

/** Numerators and denominators of more digits are refused: nobody answers with them, only attackers do. */
export const MAX_DIGITS = 4000;
const MAX_BITS = Math.ceil(MAX_DIGITS * Math.log2(10));

export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude <= 0xffff_ffff_ffffn)
    return magnitude === 0n ? 0 : Math.floor(Math.log2(Number(magnitude))) + 1;
  return magnitude.toString(16).length * 4;
}

const words = (value: bigint): number => 1 + (bitLength(value) >> 6);

function greatestCommonDivisor(a: bigint, b: bigint, steps: Steps): bigint | null {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) {
    if (!spend(steps, words(x))) return null;
    [x, y] = [y, x % y];
  }
  return x;
}

/** `n / d` in lowest terms; null for a zero denominator, for too many digits, or when the steps are used up. */
export function rational(n: bigint, d: bigint, steps: Steps): Rational | null {
  if (d === 0n || bitLength(n) > MAX_BITS || bitLength(d) > MAX_BITS) return null;
  if (d === 1n) return { n, d };
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  const divisor = greatestCommonDivisor(top, bottom, steps);
  return divisor === null ? null : { n: top / divisor, d: bottom / divisor };
}

export const integer = (n: bigint): Rational => ({ n, d: 1n });

/** May the product of these two be made? Counts its cost. */
function affordable(a: bigint, b: bigint, steps: Steps): boolean {
  return bitLength(a) + bitLength(b) <= 2 * MAX_BITS && spend(steps, words(a) * words(b));
}

export function addRationals(a: Rational, b: Rational, steps: Steps): Rational | null {
  if (a.d === 1n && b.d === 1n) return rational(a.n + b.n, 1n, steps);
  if (!affordable(a.n, b.d, steps) || !affordable(b.n, a.d, steps) || !affordable(a.d, b.d, steps))
    return null;
  return rational(a.n * b.d + b.n * a.d, a.d * b.d, steps);
}

export function multiplyRationals(a: Rational, b: Rational, steps: Steps): Rational | null {
  if (!affordable(a.n, b.n, steps) || !affordable(a.d, b.d, steps)) return null;
  return rational(a.n * b.n, a.d * b.d, steps);
}

/** `a / b`; null when `b` is zero. */
export function divideRationals(a: Rational, b: Rational, steps: Steps): Rational | null {
  if (!affordable(a.n, b.d, steps) || !affordable(a.d, b.n, steps)) return null;
  return rational(a.n * b.d, a.d * b.n, steps);
}

/** `base` to a whole power; null for 0 to a power of 0 or less, and where the result would be too long. */
export function powerOfRational(base: Rational, exponent: bigint, steps: Steps): Rational | null {
  if (exponent <= 0n && base.n === 0n) return null;
  const size = exponent < 0n ? -exponent : exponent;
  const unit = base.d === 1n && (base.n === 1n || base.n === -1n || base.n === 0n);
  if (unit) return base.n === -1n && size % 2n === 0n ? integer(1n) : base;
  const bits = Math.max(bitLength(base.n), bitLength(base.d)) * Number(size);
  if (bits > 2 * MAX_BITS || !spend(steps, 1 + (bits >> 6) ** 2)) return null;
  const n = base.n ** size;
  const d = base.d ** size;
  return exponent < 0n ? rational(d, n, steps) : rational(n, d, steps);
}

/** The whole `degree`-th root of a whole number that is not negative, or null when it has none. Newton's method. */
function integerRoot(value: bigint, degree: bigint, steps: Steps): bigint | null {
  if (value < 2n) return value;
  let root = 1n << (BigInt(bitLength(value)) / degree + 1n);
  for (;;) {
    if (!spend(steps, words(value) * (1 + bitLength(degree)))) return null;
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) break;
    root = next;
  }
  return root ** degree === value ? root : null;
}

/** The exact `degree`-th root of a fraction that is not negative, or null when it is irrational. */
export function rootOfRational(value: Rational, degree: number, steps: Steps): Rational | null {
  if (value.n < 0n || !Number.isInteger(degree) || degree < 1 || degree > 64) return null;
  const n = integerRoot(value.n, BigInt(degree), steps);
  const d = n === null ? null : integerRoot(value.d, BigInt(degree), steps);
  return n === null || d === null ? null : { n, d };
}

/** Is it written with finitely many decimals, that is, has the denominator no prime factor but 2 and 5? */
export function isTerminating(value: Rational, steps: Steps): boolean {
  let rest = value.d / (value.d & -value.d);
  while (rest % 5n === 0n && spend(steps, words(rest))) rest /= 5n;
  return rest === 1n;
}

/** The nearest double, to within two units in the last place; ±Infinity or 0 where it is out of range. */
export function toDouble(value: Rational): number {
  const excess = bitLength(value.n) - bitLength(value.d);
  if (bitLength(value.n) < 1000 && bitLength(value.d) < 1000) return Number(value.n) / Number(value.d);
  const shift = 64 - excess;
  const scaled = shift >= 0 ? (value.n << BigInt(shift)) / value.d : value.n / (value.d << BigInt(-shift));
  return Number(scaled) * 2 ** -Math.trunc(shift / 2) * 2 ** -(shift - Math.trunc(shift / 2));
}

/**
 * A complex number known to within `error`: the disc around `re + im i` of that radius holds it. `real`: it is
 * known to be real, and `im` is 0. Errors are carried along by running error analysis (Higham, Accuracy and
 * Stability of Numerical Algorithms, section 3.3), with room to spare for the rounding of the bounds themselves.
 */
export type Ball = {
  readonly re: number;
  readonly im: number;
  readonly error: number;
  readonly real: boolean;
};

export const UNIT = 2 ** -52;

/** A ball, or null where it has left the range of doubles. */
export function ball(re: number, im: number, error: number, real: boolean): Ball | null {
  if (!Number.isFinite(re) || !Number.isFinite(im) || !Number.isFinite(error)) return null;
  return { re, im: real ? 0 : im, error, real };
}

export const realBall = (value: number, error: number): Ball | null => ball(value, 0, error, true);
/** A number that a double holds exactly. */
export const point = (value: number): Ball => ({ re: value, im: 0, error: 0, real: true });

export const sizeOf = (a: Ball): number => (a.real ? Math.abs(a.re) : Math.hypot(a.re, a.im));
export const isExact = (a: Ball): boolean => a.real && a.error === 0;

export function addBalls(a: Ball, b: Ball): Ball | null {
  const [re, im] = [a.re + b.re, a.im + b.im];
  const whole = a.error === 0 && b.error === 0 && areSmallWholes(a, b);
  const rounding = whole ? 0 : 2 * UNIT * (Math.abs(re) + Math.abs(im));
  return ball(re, im, (a.error + b.error) * (1 + 4 * UNIT) + rounding, a.real && b.real);
}

/** Sums and products of whole numbers of this size are exact. */
const isSmallWhole = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 26;
const areSmallWholes = (a: Ball, b: Ball): boolean =>
  a.real && b.real && isSmallWhole(a.re) && isSmallWhole(b.re);

export function multiplyBalls(a: Ball, b: Ball): Ball | null {
  const re = a.re * b.re - a.im * b.im;
  const im = a.re * b.im + a.im * b.re;
  const [p, q] = [sizeOf(a), sizeOf(b)];
  const whole = a.error === 0 && b.error === 0 && areSmallWholes(a, b);
  const rounding = whole ? 0 : 8 * UNIT * p * q + Number.MIN_VALUE;
  return ball(
    re,
    im,
    (p * b.error + q * a.error + a.error * b.error) * (1 + 8 * UNIT) + rounding,
    a.real && b.real,
  );
}

export function negateBall(a: Ball): Ball {
  return { ...a, re: -a.re, im: -a.im };
}

/** `1 / a`; null where `a` is, or may be, zero. */
export function invertBall(a: Ball): Ball | null {
  const size = sizeOf(a);
  const room = size - a.error * (1 + 4 * UNIT);
  if (room <= 0) return null;
  const square = size * size;
  const [re, im] = a.real ? [1 / a.re, 0] : [a.re / square, -a.im / square];
  const whole = isExact(a) && (a.re === 1 || a.re === -1);
  return ball(re, im, whole ? 0 : (a.error / (size * room)) * (1 + 16 * UNIT) + (16 * UNIT) / size, a.real);
}

/** Do these two surely differ? Where not, they may still do so. */
export function surelyDiffer(a: Ball, b: Ball): boolean {
  const gap = Math.hypot(a.re - b.re, a.im - b.im);
  return gap > (a.error + b.error) * (1 + 8 * UNIT) + 8 * UNIT * (sizeOf(a) + sizeOf(b));
}

/** The real range of a ball that is known to be real. */
export const lowest = (a: Ball): number => a.re - a.error * (1 + 4 * UNIT);
export const highest = (a: Ball): number => a.re + a.error * (1 + 4 * UNIT);

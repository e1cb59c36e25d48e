import {
  addBalls,
  type Ball,
  ball,
  highest,
  invertBall,
  isExact,
  lowest,
  multiplyBalls,
  negateBall,
  point,
  realBall,
  sizeOf,
  UNIT,
} from "./ball.ts";

const MAX_POWER = 1024;
const MAX_FACTORIAL = 170;
const MAX_CHOSEN = 1000;

export const PI: Ball = { re: Math.PI, im: 0, error: 4 * UNIT, real: true };
export const I: Ball = { re: 0, im: 1, error: 0, real: false };

/** e to the power of `a`. */
export function expBall(a: Ball): Ball | null {
  const size = Math.exp(a.re);
  if (isExact(a) && a.re === 0) return point(1);
  const relative = Math.expm1(a.error) + 32 * UNIT * (1 + Math.abs(a.re) + Math.abs(a.im));
  return ball(size * Math.cos(a.im), size * Math.sin(a.im), size * relative, a.real);
}

/** The natural logarithm of what is surely a positive real number. */
export function lnBall(a: Ball): Ball | null {
  const low = lowest(a);
  if (!a.real || low <= 0) return null;
  const value = Math.log(a.re);
  return isExact(a) && a.re === 1
    ? point(0)
    : realBall(value, a.error / low + 8 * UNIT * (1 + Math.abs(value)));
}

/** The real root of a real number, or the principal square root; null at a branch cut or an uncertain zero. */
export function rootBall(a: Ball, degree: number, complex: boolean): Ball | null {
  if (degree === 1) return a;
  if (isExact(a) && a.re === 0) return point(0);
  const size = sizeOf(a);
  if (size <= a.error * (1 + 4 * UNIT)) return null;
  if (a.real && a.re > 0) {
    const value = degree === 2 ? Math.sqrt(a.re) : a.re ** (1 / degree);
    const relative = a.error / (degree * lowest(a)) + 8 * UNIT * (1 + Math.abs(Math.log(a.re)));
    const whole =
      isExact(a) && degree === 2 && Number.isInteger(value) && value < 2 ** 26 && value * value === a.re;
    return realBall(value, whole ? 0 : value * relative);
  }
  if (a.real && degree % 2 === 1) {
    const positive = rootBall(negateBall(a), degree, complex);
    return positive && negateBall(positive);
  }
  if (!complex || degree !== 2) return null;
  if (a.real) {
    const positive = rootBall(negateBall(a), 2, complex);
    return positive && multiplyBalls(positive, I);
  }
  if (a.re <= 0 && Math.abs(a.im) <= a.error * (1 + 4 * UNIT)) return null;
  const re = Math.sqrt((size + Math.abs(a.re)) / 2);
  const im = Math.abs(a.im) / (2 * re);
  const length = Math.sqrt(size);
  const error = a.error / Math.sqrt(size - a.error) + 32 * UNIT * length;
  const [x, y] = a.re >= 0 ? [re, im] : [im, re];
  return ball(x, a.im < 0 ? -y : y, error, false);
}

function wholePower(base: Ball, exponent: number): Ball | null {
  let result: Ball | null = point(1);
  let square: Ball | null = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (!square || !result) return null;
    if (rest % 2 === 1) result = multiplyBalls(result, square);
    if (rest > 1) square = multiplyBalls(square, square);
  }
  return result;
}

/** `base` to `exponent`; null where it isn't defined among the reals and isn't a whole or a half power either. */
export function powerBall(base: Ball, exponent: Ball, complex: boolean): Ball | null {
  if (isExact(exponent) && Number.isInteger(exponent.re) && Math.abs(exponent.re) <= MAX_POWER) {
    if (exponent.re > 0) return wholePower(base, exponent.re);
    const upside = sizeOf(base) > base.error ? invertBall(base) : null;
    return upside && wholePower(upside, -exponent.re);
  }
  if (isExact(exponent) && exponent.re === 0.5) return rootBall(base, 2, complex);
  if (isExact(base) && base.re === 0) return exponent.real && lowest(exponent) > 0 ? point(0) : null;
  if (!base.real) return null;
  if (base.re < 0) {
    if (!isExact(exponent) || !Number.isInteger(exponent.re)) return null;
    const size = powerBall(negateBall(base), exponent, complex);
    return size && exponent.re % 2 !== 0 ? negateBall(size) : size;
  }
  const logarithm = lnBall(base);
  const product = logarithm && multiplyBalls(logarithm, exponent);
  return product && expBall(product);
}

const real =
  (f: (a: Ball) => Ball | null) =>
  (a: Ball): Ball | null =>
    a.real ? f(a) : null;

const over = (f: (a: Ball) => Ball | null, g: (a: Ball) => Ball | null) =>
  real((a) => {
    const [top, bottom] = [f(a), g(a)];
    const upside = bottom && invertBall(bottom);
    return top && upside && multiplyBalls(top, upside);
  });

const one = (): Ball => point(1);
/** A double's own error in the argument of a sine counts in full: its slope is at most 1. */
export const sinBall = real((a) => realBall(Math.sin(a.re), a.error + 8 * UNIT));
export const cosBall = real((a) => realBall(Math.cos(a.re), a.error + 8 * UNIT));
export const tanBall = over(sinBall, cosBall);
export const cotBall = over(cosBall, sinBall);
export const secBall = over(one, cosBall);
export const cscBall = over(one, sinBall);

const halfSum = (sign: 1 | -1) =>
  real((a) => {
    const [up, down] = [expBall(a), expBall(negateBall(a))];
    const sum = up && down && addBalls(up, sign === 1 ? down : negateBall(down));
    return sum && multiplyBalls(sum, point(0.5));
  });

export const coshBall = halfSum(1);
export const sinhBall = halfSum(-1);
export const tanhBall = over(sinhBall, coshBall);

export const arctanBall = real((a) => realBall(Math.atan(a.re), a.error + 8 * UNIT));
export const arcsinBall = real((a) => {
  const edge = Math.max(Math.abs(lowest(a)), Math.abs(highest(a)));
  if (isExact(a) && edge === 1) return realBall(Math.asin(a.re), 8 * UNIT);
  return edge < 1 ? realBall(Math.asin(a.re), a.error / Math.sqrt(1 - edge * edge) + 8 * UNIT) : null;
});
export const arccosBall = real((a) => {
  const sine = arcsinBall(a);
  const half = realBall(Math.PI / 2, 4 * UNIT);
  return sine && half && addBalls(half, negateBall(sine));
});

export function absBall(a: Ball): Ball | null {
  return a.real ? { ...a, re: Math.abs(a.re) } : realBall(sizeOf(a), a.error + 8 * UNIT * sizeOf(a));
}

const rounded = (round: (value: number) => number) =>
  real((a) => (round(lowest(a)) === round(highest(a)) ? realBall(round(a.re), 0) : null));
export const floorBall = rounded(Math.floor);
export const ceilBall = rounded(Math.ceil);

/** n! for a whole number that is known exactly. */
export function factorialBall(a: Ball): Ball | null {
  if (!isExact(a) || !Number.isInteger(a.re) || a.re < 0 || a.re > MAX_FACTORIAL) return null;
  let product: Ball | null = point(1);
  for (let factor = 2; factor <= a.re && product; factor += 1)
    product = multiplyBalls(product, point(factor));
  return product;
}

/** n over k, for any real n and a whole k that is known exactly. */
export function binomialBall(n: Ball, k: Ball): Ball | null {
  if (!isExact(k) || !Number.isInteger(k.re) || k.re < 0 || k.re > MAX_CHOSEN) return null;
  let product: Ball | null = point(1);
  for (let at = 0; at < k.re && product; at += 1) {
    const factor = addBalls(n, point(-at));
    const upside = invertBall(point(at + 1));
    const share = factor && upside && multiplyBalls(factor, upside);
    product = share && multiplyBalls(product, share);
  }
  return product;
}

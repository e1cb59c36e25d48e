import {
  addRationals,
  divideRationals,
  integer,
  multiplyRationals,
  powerOfRational,
  type Rational,
  rootOfRational,
  toDouble,
} from "./rational.ts";
import type { Steps } from "./steps.ts";

/**
 * A real number: exact where it is rational, else a double with a bound on its absolute error, carried along by
 * running error analysis (Higham, Accuracy and Stability of Numerical Algorithms, section 3.3).
 */
export type Value =
  | { readonly kind: "exact"; readonly value: Rational }
  | { readonly kind: "approximate"; readonly value: number; readonly error: number };

type Approximate = Extract<Value, { kind: "approximate" }>;

const UNIT = 2 ** -52;
/** Where two doubles can't be told apart, they count as equal only if they are known at least this well. */
const RELATIVE_CERTAINTY = 1e-9;

export const exact = (value: Rational): Value => ({ kind: "exact", value });
export const whole = (n: bigint): Value => exact(integer(n));

/** A double known to within `error`; null where it has left the range of doubles. */
export function approximate(value: number, error: number): Value | null {
  const known = Number.isFinite(value) && Number.isFinite(error);
  return known ? { kind: "approximate", value, error } : null;
}

/** Irrational constants, correct to the last place. */
export const PI: Value = { kind: "approximate", value: Math.PI, error: UNIT * 2 };
export const E: Value = { kind: "approximate", value: Math.E, error: UNIT * 2 };

export function asDouble(value: Value): Approximate | null {
  if (value.kind === "approximate") return value;
  const double = toDouble(value.value);
  if (!Number.isFinite(double) || (double === 0 && value.value.n !== 0n)) return null;
  return { kind: "approximate", value: double, error: Math.abs(double) * UNIT * 2 };
}

function inDoubles(a: Value, b: Value, f: (a: Approximate, b: Approximate) => Value | null): Value | null {
  const x = asDouble(a);
  const y = asDouble(b);
  return x && y ? f(x, y) : null;
}

export function add(a: Value, b: Value, steps: Steps): Value | null {
  if (a.kind === "exact" && b.kind === "exact") {
    const sum = addRationals(a.value, b.value, steps);
    return sum && exact(sum);
  }
  return inDoubles(a, b, (x, y) => {
    const sum = x.value + y.value;
    return approximate(sum, x.error + y.error + Math.abs(sum) * UNIT);
  });
}

export function negate(a: Value): Value {
  if (a.kind === "exact") return exact({ n: -a.value.n, d: a.value.d });
  return { kind: "approximate", value: -a.value, error: a.error };
}

export function multiply(a: Value, b: Value, steps: Steps): Value | null {
  if (a.kind === "exact" && b.kind === "exact") {
    const product = multiplyRationals(a.value, b.value, steps);
    return product && exact(product);
  }
  if ((a.kind === "exact" && a.value.n === 0n) || (b.kind === "exact" && b.value.n === 0n)) return whole(0n);
  return inDoubles(a, b, (x, y) => {
    const product = x.value * y.value;
    const error = Math.abs(x.value) * y.error + Math.abs(y.value) * x.error + x.error * y.error;
    return approximate(product, error + Math.abs(product) * UNIT);
  });
}

/** `a / b`; null where `b` is, or may be, zero. */
export function divide(a: Value, b: Value, steps: Steps): Value | null {
  if (a.kind === "exact" && b.kind === "exact") {
    const quotient = divideRationals(a.value, b.value, steps);
    return quotient && exact(quotient);
  }
  return inDoubles(a, b, (x, y) => {
    if (Math.abs(y.value) <= y.error) return null;
    const quotient = x.value / y.value;
    const error = (x.error + Math.abs(quotient) * y.error) / (Math.abs(y.value) - y.error);
    return approximate(quotient, error + Math.abs(quotient) * UNIT);
  });
}

/** The real `degree`-th root; null where there is none among the reals. */
export function root(a: Value, degree: number, steps: Steps): Value | null {
  if (!Number.isInteger(degree) || degree < 1 || degree > 64) return null;
  const sign = a.kind === "exact" ? a.value.n < 0n : a.value < 0;
  if (sign) {
    const positive = degree % 2 === 1 ? root(negate(a), degree, steps) : null;
    return positive && negate(positive);
  }
  if (a.kind === "exact") {
    const found = rootOfRational(a.value, degree, steps);
    if (found) return exact(found);
  }
  const x = asDouble(a);
  if (!x || x.value <= x.error) return null;
  const value = degree === 2 ? Math.sqrt(x.value) : x.value ** (1 / degree);
  return approximate(value, value * (x.error / (degree * (x.value - x.error)) + 8 * UNIT));
}

/** `base` to `exponent`; null where it is not real, not defined (0 to the 0), or out of range. */
export function power(base: Value, exponent: Value, steps: Steps): Value | null {
  if (base.kind === "exact" && exponent.kind === "exact") {
    const { n, d } = exponent.value;
    if (d === 1n) {
      const result = powerOfRational(base.value, n, steps);
      return result && exact(result);
    }
    if (base.value.n < 0n || d > 64n) return null;
    const rooted = rootOfRational(base.value, Number(d), steps);
    if (rooted) return power(exact(rooted), whole(n), steps);
  }
  return inDoubles(base, exponent, (x, y) => {
    const isWhole = exponent.kind === "exact" && exponent.value.d === 1n;
    const size = Math.abs(x.value);
    if (size <= x.error || (x.value < 0 && !isWhole)) return null;
    const value = x.value ** y.value;
    const relative = (Math.abs(y.value) * x.error) / (size - x.error) + Math.abs(Math.log(size)) * y.error;
    return approximate(value, Math.abs(value) * (relative * 1.01 + 8 * UNIT));
  });
}

/** Equal, different, or not to be told apart at this precision. */
export function compareValues(a: Value, b: Value): "equal" | "different" | "unclear" {
  if (a.kind === "exact" && b.kind === "exact") {
    return a.value.n === b.value.n && a.value.d === b.value.d ? "equal" : "different";
  }
  const x = asDouble(a);
  const y = asDouble(b);
  if (!x || !y) return "unclear";
  const error = x.error + y.error;
  if (Math.abs(x.value - y.value) > error) return "different";
  const size = Math.max(Math.abs(x.value), Math.abs(y.value));
  return error <= RELATIVE_CERTAINTY * size ? "equal" : "unclear";
}

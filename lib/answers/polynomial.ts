import { addRationals, bitLength, integer, multiplyRationals, type Rational } from "./rational.ts";
import { type Steps, spend } from "./steps.ts";

/** A product of atoms, numbered from 0, with their exponents (in order of number, all positive), times a number. */
export type Term = {
  readonly powers: readonly (readonly [atom: number, exponent: number])[];
  readonly coefficient: Rational;
};

/**
 * A polynomial in numbered atoms over the rationals, expanded: its terms by the text of their powers, none of them
 * zero. Operations count their steps; once the steps are out, results mean nothing and the caller must not use them.
 */
export type Polynomial = ReadonlyMap<string, Term>;

const MAX_EXPONENT = 1_000_000;

/** Marks the steps as used up: what was asked for is too large. */
export function giveUp(steps: Steps): void {
  spend(steps, Number.POSITIVE_INFINITY);
}

const keyOf = (powers: Term["powers"]): string =>
  powers.map(([atom, exponent]) => `${atom}^${exponent}`).join("*");

function fromTerms(terms: Iterable<Term>, steps: Steps): Polynomial {
  const sum = new Map<string, Term>();
  for (const term of terms) {
    if (!spend(steps, 2 + term.powers.length)) break;
    const key = keyOf(term.powers);
    const known = sum.get(key);
    const coefficient = known ? addRationals(known.coefficient, term.coefficient, steps) : term.coefficient;
    if (!coefficient) giveUp(steps);
    else if (coefficient.n === 0n) sum.delete(key);
    else sum.set(key, { powers: term.powers, coefficient });
  }
  return sum;
}

export const ZERO: Polynomial = new Map();

export function constantPolynomial(value: Rational): Polynomial {
  return value.n === 0n ? ZERO : new Map([["", { powers: [], coefficient: value }]]);
}

export const ONE: Polynomial = constantPolynomial(integer(1n));

export function atomPolynomial(atom: number, exponent = 1): Polynomial {
  return monomial([[atom, exponent]], integer(1n));
}

/** The value of a polynomial without atoms, or null. */
export function constantOf(polynomial: Polynomial): Rational | null {
  if (polynomial.size === 0) return integer(0n);
  return polynomial.size === 1 ? (polynomial.get("")?.coefficient ?? null) : null;
}

export function addPolynomials(a: Polynomial, b: Polynomial, steps: Steps): Polynomial {
  if (a.size === 0) return b;
  return b.size === 0 ? a : fromTerms([...a.values(), ...b.values()], steps);
}

export function scalePolynomial(a: Polynomial, factor: Rational, steps: Steps): Polynomial {
  return multiplyPolynomials(a, constantPolynomial(factor), steps);
}

function multiplyTerms(a: Term, b: Term, steps: Steps): Term | null {
  const coefficient = multiplyRationals(a.coefficient, b.coefficient, steps);
  if (!coefficient || !spend(steps, a.powers.length + b.powers.length)) return null;
  if (a.powers.length === 0) return { powers: b.powers, coefficient };
  if (b.powers.length === 0) return { powers: a.powers, coefficient };
  const exponents = new Map(a.powers);
  for (const [atom, exponent] of b.powers) {
    const sum = exponent + (exponents.get(atom) ?? 0);
    if (sum > MAX_EXPONENT) return null;
    exponents.set(atom, sum);
  }
  return { powers: [...exponents].sort(([p], [q]) => p - q), coefficient };
}

export function multiplyPolynomials(a: Polynomial, b: Polynomial, steps: Steps): Polynomial {
  function* products(): Generator<Term> {
    for (const p of a.values()) {
      for (const q of b.values()) {
        const product = multiplyTerms(p, q, steps);
        if (!product) return giveUp(steps);
        yield product;
      }
    }
  }
  return fromTerms(products(), steps);
}

/** `base` to a whole power that is not negative, by squaring. */
export function powerOfPolynomial(base: Polynomial, exponent: number, steps: Steps): Polynomial {
  if (exponent > MAX_EXPONENT || (base.size > 1 && exponent > 200)) {
    giveUp(steps);
    return ZERO;
  }
  let result = ONE;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyPolynomials(result, square, steps);
    if (rest > 1) square = multiplyPolynomials(square, square, steps);
    if (!spend(steps, 1)) return ZERO;
  }
  return result;
}

const byKey = ([a]: readonly [string, Term], [b]: readonly [string, Term]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** The same text for the same polynomial. */
export function textOf(polynomial: Polynomial): string {
  return [...polynomial]
    .sort(byKey)
    .map(([key, { coefficient }]) => `${coefficient.n}/${coefficient.d}*${key}`)
    .join("+");
}

/** The term that comes first in an order of its own. */
export function firstTerm(polynomial: Polynomial): Term | null {
  let first: readonly [string, Term] | null = null;
  for (const entry of polynomial) if (!first || byKey(entry, first) < 0) first = entry;
  return first?.[1] ?? null;
}

/** The powers of atoms that all these terms have in common. */
export function sharedPowers(terms: readonly Term[]): ReadonlyMap<number, number> {
  const shared = new Map(terms[0]?.powers ?? []);
  for (const term of terms) {
    const powers = new Map(term.powers);
    for (const [atom, exponent] of shared) {
      const least = Math.min(exponent, powers.get(atom) ?? 0);
      if (least === 0) shared.delete(atom);
      else shared.set(atom, least);
    }
  }
  return shared;
}

/** Divided by these powers of atoms, which all its terms have in common. */
export function lowered(polynomial: Polynomial, by: ReadonlyMap<number, number>): Polynomial {
  if (by.size === 0) return polynomial;
  const terms = [...polynomial.values()].map((term): Term => {
    const powers = term.powers.map(([atom, exponent]) => [atom, exponent - (by.get(atom) ?? 0)] as const);
    return { powers: powers.filter(([, exponent]) => exponent > 0), coefficient: term.coefficient };
  });
  return new Map(terms.map((term) => [keyOf(term.powers), term]));
}

/** The polynomial of one term. */
export const monomial = (powers: Term["powers"], coefficient: Rational): Polynomial =>
  new Map([[keyOf(powers), { powers, coefficient }]]);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The positive number by which dividing leaves whole coefficients without a common divisor; 1 for zero. */
export function contentOf(polynomial: Polynomial, steps: Steps): Rational {
  let n = 0n;
  let d = 1n;
  for (const { coefficient } of polynomial.values()) {
    const words = (bitLength(coefficient.n) + bitLength(coefficient.d) + bitLength(d)) >> 6;
    if (!spend(steps, 1 + words ** 2)) break;
    n = greatestCommonDivisor(n, coefficient.n);
    d = (d / greatestCommonDivisor(d, coefficient.d)) * coefficient.d;
  }
  return n === 0n ? integer(1n) : { n, d };
}

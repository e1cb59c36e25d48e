import {
  addPolynomials,
  atomPolynomial,
  constantOf,
  constantPolynomial,
  contentOf,
  firstTerm,
  giveUp,
  lowered,
  monomial,
  multiplyPolynomials,
  ONE,
  type Polynomial,
  powerOfPolynomial,
  scalePolynomial,
  sharedPowers,
  type Term,
  textOf,
  ZERO,
} from "./polynomial.ts";
import { divideRationals, integer, type Rational } from "./rational.ts";
import { type Steps, spend } from "./steps.ts";

/**
 * Something that rational arithmetic can't look into: a variable, π, √2, sin x. `square`-like knowledge is the
 * relation: the atom to the power `degree` is the polynomial `is`, in atoms that were there before it.
 */
export type Atom = {
  readonly key: string;
  readonly relation: { readonly degree: number; readonly is: Polynomial } | null;
  readonly positive: boolean;
};

/** Atoms that one decision is about. Two expressions read into the same field share them. */
export type Field = {
  readonly steps: Steps;
  readonly atoms: Atom[];
  readonly numbers: Map<string, number>;
};

/** An element of the field of fractions. */
export type Fraction = { readonly top: Polynomial; readonly bottom: Polynomial };

export function newField(steps: Steps): Field {
  return { steps, atoms: [], numbers: new Map() };
}

export const fromPolynomial = (top: Polynomial): Fraction => ({ top, bottom: ONE });
export const fromRational = (value: Rational): Fraction => fromPolynomial(constantPolynomial(value));
export const fromInteger = (n: number | bigint): Fraction => fromRational(integer(BigInt(n)));

type Knowledge = { readonly relation?: Atom["relation"]; readonly positive?: boolean };

/** The atom of that key, which is made where there is none yet. */
export function atom(
  field: Field,
  key: string,
  { relation = null, positive = false }: Knowledge = {},
): Fraction {
  const known = field.numbers.get(key);
  const number = known ?? field.atoms.length;
  if (known === undefined) {
    field.atoms.push({ key, relation, positive });
    field.numbers.set(key, number);
  }
  return fromPolynomial(atomPolynomial(number));
}

export const imaginaryUnit = (field: Field): Fraction =>
  atom(field, "i", { relation: { degree: 2, is: constantPolynomial(integer(-1n)) } });

export function add(field: Field, a: Fraction, b: Fraction): Fraction {
  const { steps } = field;
  if (textOf(a.bottom) === textOf(b.bottom))
    return { top: addPolynomials(a.top, b.top, steps), bottom: a.bottom };
  const left = multiplyPolynomials(a.top, b.bottom, steps);
  const right = multiplyPolynomials(b.top, a.bottom, steps);
  return {
    top: addPolynomials(left, right, steps),
    bottom: multiplyPolynomials(a.bottom, b.bottom, steps),
  };
}

export function multiply(field: Field, a: Fraction, b: Fraction): Fraction {
  return {
    top: multiplyPolynomials(a.top, b.top, field.steps),
    bottom: multiplyPolynomials(a.bottom, b.bottom, field.steps),
  };
}

export const scale = (field: Field, a: Fraction, by: Rational): Fraction => ({
  top: scalePolynomial(a.top, by, field.steps),
  bottom: a.bottom,
});

export const negate = (field: Field, a: Fraction): Fraction => scale(field, a, integer(-1n));

/** `1 / a`; null for zero. */
export function inverse(field: Field, a: Fraction): Fraction | null {
  const top = reduce(field, a.top);
  return top.size === 0 ? null : { top: a.bottom, bottom: top };
}

export function divide(field: Field, a: Fraction, b: Fraction): Fraction | null {
  const upside = inverse(field, b);
  return upside && multiply(field, a, upside);
}

/** Do the cross products agree, with all that is known of the atoms? */
export function areEqual(field: Field, a: Fraction, b: Fraction): boolean {
  const left = multiplyPolynomials(a.top, b.bottom, field.steps);
  const right = multiplyPolynomials(b.top, a.bottom, field.steps);
  const minus = scalePolynomial(right, integer(-1n), field.steps);
  return reduce(field, addPolynomials(left, minus, field.steps)).size === 0;
}

/** To a whole power; null for zero to a power of 0 or less. */
export function power(field: Field, a: Fraction, exponent: number): Fraction | null {
  if (exponent <= 0 && reduce(field, a.top).size === 0) return null;
  const size = Math.abs(exponent);
  const top = powerOfPolynomial(a.top, size, field.steps);
  const bottom = powerOfPolynomial(a.bottom, size, field.steps);
  return exponent < 0 ? { top: bottom, bottom: top } : { top, bottom };
}

/** The same element with no atom in a power that its relation can bring down. */
export function reduce(field: Field, polynomial: Polynomial): Polynomial {
  let result = polynomial;
  for (let number = field.atoms.length - 1; number >= 0; number -= 1) {
    const relation = field.atoms[number]?.relation;
    if (!relation) continue;
    const { degree, is } = relation;
    const high = (term: Term): number => term.powers.find(([atom]) => atom === number)?.[1] ?? 0;
    if (![...result.values()].some((term) => high(term) >= degree)) continue;
    let sum: Polynomial = ZERO;
    for (const term of result.values()) {
      const exponent = high(term);
      const times = powerOfPolynomial(is, Math.floor(exponent / degree), field.steps);
      const left = exponent % degree;
      const powers = term.powers.flatMap(([atom, old]): [number, number][] =>
        atom !== number ? [[atom, old]] : left > 0 ? [[atom, left]] : [],
      );
      const rest = monomial(powers, term.coefficient);
      sum = addPolynomials(sum, multiplyPolynomials(rest, times, field.steps), field.steps);
      if (!spend(field.steps, 2 + sum.size)) return ZERO;
    }
    result = sum;
  }
  return result;
}

/**
 * The same element in a form that equal elements mostly share: reduced, without what is plainly common to top and
 * bottom, whole coefficients below, the first one positive; a number below is divided into the top. Null where
 * the bottom is zero.
 */
export function canonical(field: Field, a: Fraction): Fraction | null {
  const reduced = { top: reduce(field, a.top), bottom: reduce(field, a.bottom) };
  if (reduced.bottom.size === 0) return null;
  if (reduced.top.size === 0) return fromPolynomial(ZERO);
  const shared = sharedPowers([...reduced.bottom.values(), ...reduced.top.values()]);
  const top = lowered(reduced.top, shared);
  const bottom = lowered(reduced.bottom, shared);
  const content = contentOf(bottom, field.steps);
  const sign = (firstTerm(bottom)?.coefficient.n ?? 1n) < 0n ? -1n : 1n;
  const factor = divideRationals(integer(sign), content, field.steps);
  if (!factor) {
    giveUp(field.steps);
    return null;
  }
  return {
    top: scalePolynomial(top, factor, field.steps),
    bottom: scalePolynomial(bottom, factor, field.steps),
  };
}

/** The number that a canonical element is, or null. */
export function rationalOf(a: Fraction): Rational | null {
  return constantOf(a.bottom)?.n === 1n ? constantOf(a.top) : null;
}

export const isPolynomial = (a: Fraction): boolean => constantOf(a.bottom) !== null;

export const fractionText = (a: Fraction): string => `${textOf(a.top)}/${textOf(a.bottom)}`;

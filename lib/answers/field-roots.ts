import {
  add,
  atom,
  canonical,
  divide,
  type Field,
  type Fraction,
  fractionText,
  fromInteger,
  fromPolynomial,
  fromRational,
  imaginaryUnit,
  isPolynomial,
  multiply,
  negate,
  power,
  rationalOf,
  scale,
} from "./field.ts";
import {
  contentOf,
  firstTerm,
  lowered,
  monomial,
  type Polynomial,
  powerOfPolynomial,
  scalePolynomial,
  sharedPowers,
  type Term,
  textOf,
} from "./polynomial.ts";
import { bitLength, divideRationals, integer, type Rational } from "./rational.ts";
import { spend } from "./steps.ts";

const LARGEST_DIVISOR = 1000n;
const MAX_BITS = 2000;

/** The prime factors of a positive whole number, as far as trial division finds them; the rest counts as one. */
export function primeFactors(field: Field, value: bigint): ReadonlyMap<bigint, number> | null {
  if (bitLength(value) > MAX_BITS) return null;
  const factors = new Map<bigint, number>();
  let rest = value;
  for (
    let divisor = 2n;
    divisor <= LARGEST_DIVISOR && divisor * divisor <= rest;
    divisor += divisor === 2n ? 1n : 2n
  ) {
    if (!spend(field.steps, 1 + (bitLength(rest) >> 6))) return null;
    while (rest % divisor === 0n) {
      factors.set(divisor, (factors.get(divisor) ?? 0) + 1);
      rest /= divisor;
    }
  }
  if (rest > 1n) factors.set(rest, (factors.get(rest) ?? 0) + 1);
  return factors;
}

/** The real root of a positive number, as roots of primes. */
function rootOfRational(field: Field, value: Rational, degree: number): Fraction | null {
  const factors = primeFactors(field, value.n * value.d ** BigInt(degree - 1));
  if (!factors) return null;
  let result = fromRational({ n: 1n, d: value.d });
  for (const [prime, exponent] of factors) {
    const outside = prime ** BigInt(Math.floor(exponent / degree));
    result = scale(field, result, integer(outside));
    const inside = exponent % degree;
    if (inside === 0) continue;
    const is = fromInteger(prime).top;
    const base = atom(field, `root${degree} ${prime}`, { relation: { degree, is }, positive: true });
    const raised = power(field, base, inside);
    if (!raised) return null;
    result = multiply(field, result, raised);
  }
  return result;
}

/** Splits a polynomial into a product of atoms, to be raised to `degree`, and the rest. */
function splitPowers(
  polynomial: Polynomial,
  degree: number,
): { outside: [number, number][]; rest: Polynomial } {
  const outside: [number, number][] = [];
  const taken = new Map<number, number>();
  for (const [number, exponent] of sharedPowers([...polynomial.values()])) {
    const times = Math.floor(exponent / degree);
    if (times === 0) continue;
    outside.push([number, times]);
    taken.set(number, times * degree);
  }
  return { outside, rest: lowered(polynomial, taken) };
}

const involves = (field: Field, polynomial: Polynomial, key: string): boolean => {
  const number = field.numbers.get(key);
  return [...polynomial.values()].some((term) => term.powers.some(([atom]) => atom === number));
};

function absoluteAtom(field: Field, number: number): Fraction {
  const own = monomial([[number, 1]], integer(1n));
  if (field.atoms[number]?.positive) return fromPolynomial(own);
  const is = powerOfPolynomial(own, 2, field.steps);
  return atom(field, `abs ${textOf(own)}`, { relation: { degree: 2, is }, positive: true });
}

function absolutePolynomial(field: Field, polynomial: Polynomial): Fraction | null {
  if (involves(field, polynomial, "i")) return null;
  const content = contentOf(polynomial, field.steps);
  const shared = sharedPowers([...polynomial.values()]);
  let result = fromRational(content);
  for (const [number, exponent] of shared) {
    const raised = power(field, absoluteAtom(field, number), exponent);
    if (!raised) return null;
    result = multiply(field, result, raised);
  }
  const whole = divideRationals(integer(1n), content, field.steps);
  if (!whole) return null;
  const rest = scalePolynomial(lowered(polynomial, shared), whole, field.steps);
  const positive =
    (firstTerm(rest)?.coefficient.n ?? 0n) < 0n ? negate(field, fromPolynomial(rest)).top : rest;
  const text = textOf(positive);
  if (text === textOf(fromInteger(1).top)) return result;
  const is = powerOfPolynomial(positive, 2, field.steps);
  return multiply(field, result, atom(field, `abs ${text}`, { relation: { degree: 2, is }, positive: true }));
}

/** The modulus of a + bi. */
function modulus(field: Field, polynomial: Polynomial): Fraction | null {
  const i = field.numbers.get("i");
  let [re, im] = [fromInteger(0), fromInteger(0)];
  for (const term of polynomial.values()) {
    const powers: Term["powers"] = term.powers.filter(([number]) => number !== i);
    const part = fromPolynomial(monomial(powers, term.coefficient));
    if (powers.length < term.powers.length) im = add(field, im, part);
    else re = add(field, re, part);
  }
  return root(field, add(field, multiply(field, re, re), multiply(field, im, im)), 2);
}

/** The absolute value; variables are real. */
export function absolute(field: Field, value: Fraction): Fraction | null {
  const plain = canonical(field, value);
  if (!plain) return null;
  const of = (polynomial: Polynomial): Fraction | null =>
    involves(field, polynomial, "i") ? modulus(field, polynomial) : absolutePolynomial(field, polynomial);
  if (plain.top.size === 0) return plain;
  const top = of(plain.top);
  const bottom = of(plain.bottom);
  return top && bottom && divide(field, top, bottom);
}

/**
 * The real root where there is one, and the principal square root of a negative number. `√(T/B)` is `√(TB)/|B|`;
 * what is a power by itself comes out of the root: `√(12x²)` is `2√3·|x|`.
 */
export function root(field: Field, value: Fraction, degree: number): Fraction | null {
  const plain = canonical(field, value);
  if (!plain) return null;
  if (degree === 1 || plain.top.size === 0) return plain;
  const number = rationalOf(plain);
  if (number && number.n > 0n) return rootOfRational(field, number, degree);
  if (number) {
    const positive = rootOfRational(field, { n: -number.n, d: number.d }, degree);
    if (positive && degree % 2 === 1) return negate(field, positive);
    return positive && degree === 2 ? multiply(field, imaginaryUnit(field), positive) : null;
  }
  if (!isPolynomial(plain)) {
    const lifted = powerOfPolynomial(plain.bottom, degree - 1, field.steps);
    const top = root(field, multiply(field, fromPolynomial(plain.top), fromPolynomial(lifted)), degree);
    const below = fromPolynomial(plain.bottom);
    const bottom = degree % 2 === 1 ? below : absolute(field, below);
    return top && bottom && divide(field, top, bottom);
  }
  return rootOfPolynomial(field, plain.top, degree);
}

function rootOfPolynomial(field: Field, polynomial: Polynomial, degree: number): Fraction | null {
  const content = contentOf(polynomial, field.steps);
  const whole = divideRationals(integer(1n), content, field.steps);
  const first = rootOfRational(field, content, degree);
  if (!whole || !first || involves(field, polynomial, "i")) return null;
  const { outside, rest } = splitPowers(scalePolynomial(polynomial, whole, field.steps), degree);
  let result = first;
  for (const [number, times] of outside) {
    const own = fromPolynomial(monomial([[number, 1]], integer(1n)));
    const raised = power(field, degree % 2 === 1 ? own : absoluteAtom(field, number), times);
    if (!raised) return null;
    result = multiply(field, result, raised);
  }
  const flips = degree % 2 === 1 && (firstTerm(rest)?.coefficient.n ?? 0n) < 0n;
  const is = flips ? negate(field, fromPolynomial(rest)).top : rest;
  if (textOf(is) !== textOf(fromInteger(1).top)) {
    const key = `root${degree} ${fractionText(fromPolynomial(is))}`;
    result = multiply(
      field,
      result,
      atom(field, key, { relation: { degree, is }, positive: degree % 2 === 0 }),
    );
  }
  return flips ? negate(field, result) : result;
}

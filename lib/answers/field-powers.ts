import {
  add,
  atom,
  canonical,
  type Field,
  type Fraction,
  fractionText,
  fromInteger,
  fromPolynomial,
  fromRational,
  imaginaryUnit,
  isPolynomial,
  multiply,
  power,
  rationalOf,
  scale,
} from "./field.ts";
import { cosineAndSine } from "./field-angles.ts";
import { primeFactors, root } from "./field-roots.ts";
import { firstTerm, monomial, type Term, textOf } from "./polynomial.ts";
import { integer, type Rational } from "./rational.ts";

const MAX_EXPONENT = 1_000_000n;
const MAX_DEGREE = 64n;

export const eulersNumber = (field: Field): Fraction => atom(field, "e", { positive: true });

const small = (value: bigint): boolean => value <= MAX_EXPONENT && value >= -MAX_EXPONENT;

/** To a rational power. A negative number has no root here but its square root: `(-8)^(1/3)` has two meanings. */
export function rationalPower(field: Field, base: Fraction, exponent: Rational): Fraction | null {
  if (!small(exponent.n) || exponent.d > MAX_DEGREE) return null;
  if (exponent.d === 1n) return power(field, base, Number(exponent.n));
  const plain = canonical(field, base);
  const number = plain && rationalOf(plain);
  if (!plain || (number && number.n < 0n && exponent.d > 2n)) return null;
  const rooted = root(field, plain, Number(exponent.d));
  return rooted && power(field, rooted, Number(exponent.n));
}

/** `base` to the power of one term that isn't a number: `2^(3n/2)` is the cube of `2^(n/2)`, a root of `2^n`. */
function termPower(field: Field, name: string, base: Fraction | null, term: Term): Fraction | null {
  const { n, d } = term.coefficient;
  if (!small(n) || d > MAX_DEGREE) return null;
  const text = textOf(monomial(term.powers, integer(1n)));
  // A negative base has its powers at whole numbers, where their square is 1.
  const positive = /^(?:e|\d+)$/.test(name);
  const sign = base === null ? { relation: { degree: 2, is: fromInteger(1).top } } : { positive };
  const whole = atom(field, `power ${name} ${text}`, sign);
  if (d === 1n) return power(field, whole, Number(n));
  if (base === null) return null;
  const relation = { degree: Number(d), is: whole.top };
  return power(field, atom(field, `power ${name} ${text}/${d}`, { relation, positive }), Number(n));
}

function symbolicPower(field: Field, name: string, base: Fraction, exponent: Fraction): Fraction | null {
  let result = fromInteger(1);
  for (const term of exponent.top.values()) {
    const factor =
      term.powers.length === 0
        ? rationalPower(field, base, term.coefficient)
        : termPower(field, name, name === "-1" ? null : base, term);
    if (!factor) return null;
    result = multiply(field, result, factor);
  }
  return result;
}

/** Euler's formula for the imaginary part of the exponent. */
function exponential(field: Field, exponent: Fraction): Fraction | null {
  const i = field.numbers.get("i");
  let [real, imaginary] = [fromInteger(0), fromInteger(0)];
  for (const term of exponent.top.values()) {
    const powers = term.powers.filter(([number]) => number !== i);
    const part = fromPolynomial(monomial(powers, term.coefficient));
    if (powers.length < term.powers.length) imaginary = add(field, imaginary, part);
    else real = add(field, real, part);
  }
  const size = symbolicPower(field, "e", eulersNumber(field), real);
  if (!size || imaginary.top.size === 0) return size;
  const angle = cosineAndSine(field, imaginary);
  if (!angle) return null;
  const turn = add(field, angle.cosine, multiply(field, imaginaryUnit(field), angle.sine));
  return multiply(field, size, turn);
}

function numberPower(field: Field, base: Rational, exponent: Fraction): Fraction | null {
  let result = fromInteger(1);
  if (base.n < 0n) {
    const sign = symbolicPower(field, "-1", fromInteger(-1), exponent);
    if (!sign) return null;
    result = sign;
  }
  for (const [whole, minus] of [
    [base.n < 0n ? -base.n : base.n, false],
    [base.d, true],
  ] as const) {
    const factors = primeFactors(field, whole);
    if (!factors) return null;
    for (const [prime, times] of factors) {
      const raised = scale(field, exponent, integer(BigInt(minus ? -times : times)));
      const factor = symbolicPower(field, String(prime), fromInteger(prime), raised);
      if (!factor) return null;
      result = multiply(field, result, factor);
    }
  }
  return result;
}

/** `base` to any exponent; null where that is no power with one meaning, or too large. */
export function anyPower(field: Field, base: Fraction, exponent: Fraction): Fraction | null {
  const plain = canonical(field, exponent);
  if (!plain) return null;
  const number = rationalOf(plain);
  if (number) return rationalPower(field, base, number);
  const under = canonical(field, base);
  if (!under || under.top.size === 0 || !isPolynomial(plain)) return null;
  if (fractionText(under) === fractionText(eulersNumber(field))) return exponential(field, plain);
  const value = rationalOf(under);
  if (value) return numberPower(field, value, plain);
  return symbolicPower(field, fractionText(under), under, plain);
}

/** The natural logarithm, as logarithms of primes where it can. */
export function logarithm(field: Field, value: Fraction): Fraction | null {
  const plain = canonical(field, value);
  if (!plain || plain.top.size === 0) return null;
  const only = firstTerm(plain.top);
  const number = rationalOf(plain);
  if (number) return number.n > 0n ? logarithmOfRational(field, number) : null;
  const e = field.numbers.get("e");
  const [power] = only?.powers ?? [];
  if (plain.top.size === 1 && isPolynomial(plain) && only?.powers.length === 1 && power?.[0] === e && power) {
    const outside = only.coefficient.n > 0n ? logarithmOfRational(field, only.coefficient) : null;
    return outside && add(field, outside, fromInteger(power[1]));
  }
  return atom(field, `ln ${fractionText(plain)}`);
}

function logarithmOfRational(field: Field, value: Rational): Fraction | null {
  let sum = fromInteger(0);
  for (const [whole, sign] of [
    [value.n, 1],
    [value.d, -1],
  ] as const) {
    const factors = primeFactors(field, whole);
    if (!factors) return null;
    for (const [prime, times] of factors) {
      const part = atom(field, `ln ${prime}`, { positive: true });
      sum = add(field, sum, multiply(field, part, fromRational(integer(BigInt(sign * times)))));
    }
  }
  return sum;
}

import {
  add,
  atom,
  canonical,
  type Field,
  type Fraction,
  fractionText,
  fromInteger,
  isPolynomial,
  multiply,
  negate,
  rationalOf,
  scale,
} from "./field.ts";
import { root } from "./field-roots.ts";
import { firstTerm, monomial, type Term, textOf } from "./polynomial.ts";
import { integer, type Rational } from "./rational.ts";

export type Angle = { readonly cosine: Fraction; readonly sine: Fraction };

const MAX_TERMS = 4;
const MAX_MULTIPLE = 12n;

export const pi = (field: Field): Fraction => atom(field, "pi", { positive: true });

/** cos(a + b) and sin(a + b). */
function turned(field: Field, a: Angle, b: Angle): Angle {
  const product = (x: Fraction, y: Fraction) => multiply(field, x, y);
  return {
    cosine: add(field, product(a.cosine, b.cosine), negate(field, product(a.sine, b.sine))),
    sine: add(field, product(a.sine, b.cosine), product(a.cosine, b.sine)),
  };
}

/** Sines of 0, 15, …, 90 degrees as [a, b, c, d]: a/4 + b√2/4 + c√3/4 + d√6/4. */
const SINES = [
  [0, 0, 0, 0],
  [0, -1, 0, 1],
  [2, 0, 0, 0],
  [0, 2, 0, 0],
  [0, 0, 2, 0],
  [0, 1, 0, 1],
  [4, 0, 0, 0],
] as const;

/** The sine of `twelfths` times π/12. */
function tabulated(field: Field, twelfths: number): Fraction | null {
  const turn = ((twelfths % 24) + 24) % 24;
  const half = turn % 12;
  const row = SINES[half <= 6 ? half : 12 - half];
  let sum = fromInteger(0);
  for (const [at, radicand] of [1, 2, 3, 6].entries()) {
    const times = BigInt(row?.[at] ?? 0) * (turn >= 12 ? -1n : 1n);
    const part = root(field, fromInteger(radicand), 2);
    if (!part) return null;
    if (times !== 0n) sum = add(field, sum, scale(field, part, { n: times, d: 1n }));
  }
  return scale(field, sum, { n: 1n, d: 4n });
}

/** The multiple `times` (not negative) of an angle. */
function multiple(field: Field, angle: Angle, times: bigint): Angle {
  let result: Angle = { cosine: fromInteger(1), sine: fromInteger(0) };
  for (let count = 0n; count < times; count += 1n) result = turned(field, result, angle);
  return result;
}

/** Cosine and sine as atoms of their own, tied by sin² + cos² = 1. */
function atoms(field: Field, key: string): Angle {
  const sine = atom(field, `sin ${key}`);
  const square = multiply(field, sine, sine);
  const is = add(field, fromInteger(1), negate(field, square)).top;
  return { sine, cosine: atom(field, `cos ${key}`, { relation: { degree: 2, is } }) };
}

function ofTerm(field: Field, term: Term): Angle | null {
  const { n, d } = term.coefficient;
  const size = n < 0n ? -n : n;
  const positive = ofPositive(field, term.powers, { n: size, d });
  return positive && n < 0n ? { cosine: positive.cosine, sine: negate(field, positive.sine) } : positive;
}

function ofPositive(field: Field, powers: Term["powers"], { n, d }: Rational): Angle | null {
  const [only] = powers;
  const isPi = powers.length === 1 && only?.[1] === 1 && field.atoms[only[0]]?.key === "pi";
  if (isPi && 12n % d === 0n) {
    const twelfths = Number((n * (12n / d)) % 24n);
    const [sine, cosine] = [tabulated(field, twelfths), tabulated(field, 6 - twelfths)];
    return sine && cosine && { sine, cosine };
  }
  const reduced = isPi ? n % (2n * d) : n;
  const base = `${textOf(monomial(powers, integer(1n)))}`;
  if (reduced > MAX_MULTIPLE) return atoms(field, `${reduced}/${d} ${base}`);
  return multiple(field, atoms(field, `1/${d} ${base}`), reduced);
}

/** Cosine and sine of a real angle: exact at multiples of π/12, taken apart by the addition formulas elsewhere. */
export function cosineAndSine(field: Field, value: Fraction): Angle | null {
  const plain = canonical(field, value);
  if (!plain) return null;
  if (rationalOf(plain)?.n === 0n) return { cosine: fromInteger(1), sine: fromInteger(0) };
  if (isPolynomial(plain) && plain.top.size <= MAX_TERMS) {
    let result: Angle = { cosine: fromInteger(1), sine: fromInteger(0) };
    for (const term of plain.top.values()) {
      const part = ofTerm(field, term);
      if (!part) return null;
      result = turned(field, result, part);
    }
    return result;
  }
  const flips = (firstTerm(plain.top)?.coefficient.n ?? 0n) < 0n;
  const upright = flips ? negate(field, plain) : plain;
  const angle = atoms(field, fractionText(upright));
  return flips ? { cosine: angle.cosine, sine: negate(field, angle.sine) } : angle;
}

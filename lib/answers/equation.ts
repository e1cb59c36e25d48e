import { exactValue } from "./exact.ts";
import type { Expression } from "./expression.ts";
import { negativeOf, sumOf } from "./expression-build.ts";
import { type Field, type Fraction, newField, reduce } from "./field.ts";
import { topLevelEquals } from "./names.ts";
import {
  addPolynomials,
  firstTerm,
  monomial,
  multiplyPolynomials,
  type Polynomial,
  scalePolynomial,
  type Term,
} from "./polynomial.ts";
import {
  addRationals,
  divideRationals,
  integer,
  multiplyRationals,
  powerOfRational,
  type Rational,
} from "./rational.ts";
import { readExpression } from "./read-expression.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const EXACT_STEPS = 40_000;
/** Atoms without a variable in them. */
const CONSTANT = /^(?:pi|e|i|root\d+ \d+|ln \d+)$/;

/** Reads `left = right` in canonical spelling as `left - right`, which an equation says is zero. */
export function readEquation(text: string, steps: Steps): Expression | null {
  const [at, second] = topLevelEquals(text);
  if (at === undefined || second !== undefined) return null;
  return equate(text.slice(0, at), text.slice(at + 1), steps);
}

/** `left - right`, where both can be read in one way. */
export function equate(left: string, right: string, steps: Steps): Expression | null {
  const [a, b] = [readExpression(left, steps), readExpression(right, steps)];
  return a && b && !a.other && !b.other ? sumOf([a.expression, negativeOf(b.expression)]) : null;
}

/** What stands before the variables of the first term: a number, or a polynomial in constants such as π and √2. */
function firstCoefficient(field: Field, polynomial: Polynomial, like: Term): Polynomial {
  const isVariable = ([number]: readonly [number, number]): boolean =>
    !CONSTANT.test(field.atoms[number]?.key ?? "");
  const variables = JSON.stringify(like.powers.filter(isVariable));
  let sum: Polynomial = new Map();
  for (const term of polynomial.values()) {
    if (JSON.stringify(term.powers.filter(isVariable)) !== variables) continue;
    const constants = term.powers.filter((power) => !isVariable(power));
    sum = addPolynomials(sum, monomial(constants, term.coefficient), field.steps);
  }
  return sum;
}

function areProportional(field: Field, a: Polynomial, b: Polynomial): boolean {
  const first = firstTerm(a);
  if (!first || b.size === 0) return false;
  const [p, q] = [firstCoefficient(field, a, first), firstCoefficient(field, b, first)];
  const right = scalePolynomial(multiplyPolynomials(b, p, field.steps), integer(-1n), field.steps);
  const gap = addPolynomials(multiplyPolynomials(a, q, field.steps), right, field.steps);
  return q.size > 0 && reduce(field, gap).size === 0;
}

type Point = ReadonlyMap<number, Rational>;

function valueAt(polynomial: Polynomial, point: Point, steps: Steps): Rational | null {
  let sum: Rational | null = integer(0n);
  for (const { powers, coefficient } of polynomial.values()) {
    let product: Rational | null = coefficient;
    for (const [number, exponent] of powers) {
      const base = point.get(number);
      const raised: Rational | null =
        base?.n === 0n ? base : base ? powerOfRational(base, BigInt(exponent), steps) : null;
      product = product && raised && multiplyRationals(product, raised, steps);
    }
    sum = sum && product && addRationals(sum, product, steps);
    if (!sum) return null;
  }
  return sum;
}

const isZero = (value: Rational | null): boolean => value?.n === 0n;

/** Has one equation a rational solution that the other one hasn't? Looks where a variable stands alone. */
function hasOwnSolution(field: Field, a: Fraction, b: Fraction): boolean {
  const { steps } = field;
  const numbers = field.atoms.map((_, number) => number);
  const degreeOf = (number: number): number =>
    Math.max(0, ...[...a.top.values()].map(({ powers }) => new Map(powers).get(number) ?? 0));
  const lone = numbers.filter((number) => degreeOf(number) === 1);
  for (const number of lone) {
    for (const seed of [1, 2, 3, 4]) {
      const others = numbers.map(
        (other) => [other, integer(BigInt(seed + ((other * 7 + seed) % 5)))] as const,
      );
      const at = (value: bigint): Point => new Map([...others, [number, integer(value)]]);
      const [zero, one] = [valueAt(a.top, at(0n), steps), valueAt(a.top, at(1n), steps)];
      const slope = zero && one && addRationals(one, { n: -zero.n, d: zero.d }, steps);
      const solution =
        slope && !isZero(slope) ? divideRationals({ n: -zero.n, d: zero.d }, slope, steps) : null;
      if (!solution || !spend(steps, 1)) continue;
      const point: Point = new Map([...others, [number, solution]]);
      const solves = isZero(valueAt(a.top, point, steps)) && valueAt(a.bottom, point, steps)?.n !== 0n;
      const [top, bottom] = [valueAt(b.top, point, steps), valueAt(b.bottom, point, steps)];
      if (solves && top && bottom && !isZero(top) && !isZero(bottom)) return steps.taken <= steps.limit;
    }
  }
  return false;
}

/**
 * Have `a = 0` and `b = 0` the same solutions? Equal: one is the other times a number that isn't zero. Different:
 * both are fractions of polynomials over the rationals, and a rational point that solves one doesn't solve the
 * other. Null: neither is certain.
 */
export function compareSolutions(a: Expression, b: Expression, steps: Steps): "equal" | "different" | null {
  const field = newField(newSteps(EXACT_STEPS));
  const [x, y] = [exactValue(field, a), exactValue(field, b)];
  const decided = x && y ? compareFractions(field, x, y) : null;
  spend(steps, Math.min(field.steps.taken, EXACT_STEPS));
  return field.steps.taken <= field.steps.limit ? decided : null;
}

function compareFractions(field: Field, x: Fraction, y: Fraction): "equal" | "different" | null {
  const left = reduce(field, multiplyPolynomials(x.top, y.bottom, field.steps));
  const right = reduce(field, multiplyPolynomials(y.top, x.bottom, field.steps));
  if (left.size === 0 || right.size === 0) return null;
  if (areProportional(field, left, right)) return "equal";
  if (!field.atoms.every(({ key }) => key.startsWith("variable "))) return null;
  return hasOwnSolution(field, x, y) || hasOwnSolution(field, y, x) ? "different" : null;
}

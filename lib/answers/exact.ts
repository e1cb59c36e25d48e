import { highest, lowest } from "./ball.ts";
import { type Expression, type FunctionName, variablesOf } from "./expression.ts";
import {
  add,
  atom,
  canonical,
  divide,
  type Field,
  type Fraction,
  fractionText,
  fromInteger,
  fromRational,
  imaginaryUnit,
  inverse,
  multiply,
  negate,
  rationalOf,
  scale,
} from "./field.ts";
import { cosineAndSine, pi } from "./field-angles.ts";
import { anyPower, eulersNumber, logarithm } from "./field-powers.ts";
import { absolute, root } from "./field-roots.ts";
import { addPolynomials, constantOf, constantPolynomial } from "./polynomial.ts";
import { integer, rational } from "./rational.ts";
import { valueAt } from "./sample.ts";
import { spend } from "./steps.ts";

const MAX_FACTORIAL = 200n;
const MAX_SHIFT = 20n;

function product(field: Field, from: Fraction, count: bigint, step: bigint): Fraction {
  let result = fromInteger(1);
  for (let at = 0n; at < count; at += 1n)
    result = multiply(field, result, add(field, from, fromInteger(at * step)));
  return result;
}

/** n!, where `(n+2)!` is `n!` times two factors, so that quotients of factorials cancel. */
function factorial(field: Field, value: Fraction): Fraction | null {
  const plain = canonical(field, value);
  if (!plain) return null;
  const number = rationalOf(plain);
  if (number) {
    if (number.d !== 1n || number.n < 0n || number.n > MAX_FACTORIAL) return null;
    return product(field, fromInteger(1), number.n, 1n);
  }
  const below = constantOf(plain.bottom);
  const shift = below ? (plain.top.get("")?.coefficient ?? integer(0n)) : integer(0n);
  if (shift.d !== 1n || shift.n > MAX_SHIFT || shift.n < -MAX_SHIFT) return null;
  const top = below
    ? addPolynomials(plain.top, constantPolynomial(integer(-shift.n)), field.steps)
    : plain.top;
  const base = { top, bottom: plain.bottom };
  const plainFactorial = atom(field, `factorial ${fractionText(base)}`, { positive: true });
  if (shift.n >= 0n)
    return multiply(field, plainFactorial, product(field, add(field, base, fromInteger(1)), shift.n, 1n));
  return divide(field, plainFactorial, product(field, base, -shift.n, -1n));
}

function binomial(field: Field, n: Fraction, k: Fraction): Fraction | null {
  const chosen = canonical(field, k);
  const number = chosen && rationalOf(chosen);
  if (!chosen) return null;
  if (number) {
    if (number.d !== 1n || number.n < 0n || number.n > MAX_FACTORIAL) return null;
    const below = factorial(field, chosen);
    return below && divide(field, product(field, n, number.n, -1n), below);
  }
  const rest = factorial(field, add(field, n, negate(field, chosen)));
  const all = factorial(field, n);
  const part = factorial(field, chosen);
  return all && part && rest && divide(field, all, multiply(field, part, rest));
}

function rounded(field: Field, name: "floor" | "ceil", value: Fraction): Fraction | null {
  const plain = canonical(field, value);
  const number = plain && rationalOf(plain);
  if (!plain) return null;
  if (!number) return atom(field, `${name} ${fractionText(plain)}`);
  const down = number.n / number.d - (number.n < 0n && number.n % number.d !== 0n ? 1n : 0n);
  return fromInteger(name === "floor" || number.n % number.d === 0n ? down : down + 1n);
}

/** Without variables the sign says what the absolute value is. */
function absoluteOf(field: Field, inside: Expression, value: Fraction): Fraction | null {
  if (variablesOf(inside).length === 0) {
    const place = { variables: new Map(), complex: true, openBase: "e" } as const;
    const near = valueAt(inside, place, field.steps);
    if (near?.real && lowest(near) > 0) return value;
    if (near?.real && highest(near) < 0) return negate(field, value);
  }
  return absolute(field, value);
}

function trigonometric(field: Field, name: FunctionName, value: Fraction): Fraction | null {
  const angle = cosineAndSine(field, value);
  if (!angle) return null;
  const { cosine, sine } = angle;
  if (name === "sin") return sine;
  if (name === "cos") return cosine;
  if (name === "tan") return divide(field, sine, cosine);
  if (name === "cot") return divide(field, cosine, sine);
  return inverse(field, name === "sec" ? cosine : sine);
}

function hyperbolic(field: Field, name: FunctionName, value: Fraction): Fraction | null {
  const up = anyPower(field, eulersNumber(field), value);
  const down = up && inverse(field, up);
  if (!up || !down) return null;
  const sine = scale(field, add(field, up, negate(field, down)), { n: 1n, d: 2n });
  const cosine = scale(field, add(field, up, down), { n: 1n, d: 2n });
  if (name === "tanh") return divide(field, sine, cosine);
  return name === "sinh" ? sine : cosine;
}

/** A logarithm without a base has the unknown base 10 or e, whose own logarithm is an atom. */
function logarithmTo(field: Field, value: Fraction, base: Fraction | undefined): Fraction | null {
  const top = logarithm(field, value);
  const bottom = base ? logarithm(field, base) : atom(field, "log of the open base", { positive: true });
  return top && bottom && divide(field, top, bottom);
}

function called(field: Field, name: FunctionName, of: readonly Expression[]): Fraction | null {
  const values = of.map((part) => exactValue(field, part));
  const [a, b] = values;
  const [inside] = of;
  if (!a || !inside || b === null) return null;
  if (name === "abs") return absoluteOf(field, inside, a);
  if (name === "floor" || name === "ceil") return rounded(field, name, a);
  if (name === "factorial") return factorial(field, a);
  if (name === "binomial") return b ? binomial(field, a, b) : null;
  if (name === "ln") return logarithm(field, a);
  if (name === "log") return logarithmTo(field, a, b);
  if (name === "root") {
    const degree = b && rationalOf(b);
    return degree ? root(field, a, Number(degree.n)) : null;
  }
  if (name === "arcsin" || name === "arccos" || name === "arctan") {
    const plain = canonical(field, a);
    return plain && atom(field, `${name} ${fractionText(plain)}`);
  }
  if (name === "sinh" || name === "cosh" || name === "tanh") return hyperbolic(field, name, a);
  return trigonometric(field, name, a);
}

/**
 * The expression as an element of the field of fractions over what its parts are made of; null where it has no
 * value (`1/0`) or none that this can read. Meaningless once the field's steps are used up.
 */
export function exactValue(field: Field, expression: Expression): Fraction | null {
  if (!spend(field.steps, 3)) return null;
  if (expression.kind === "number") {
    const value = rational(BigInt(expression.n), BigInt(expression.d), field.steps);
    return value && fromRational(value);
  }
  if (expression.kind === "variable") return atom(field, `variable ${expression.name}`);
  if (expression.kind === "constant") {
    if (expression.name === "pi") return pi(field);
    if (expression.name === "e") return eulersNumber(field);
    return expression.name === "i" ? imaginaryUnit(field) : null;
  }
  if (expression.kind === "power") {
    const base = exactValue(field, expression.base);
    const exponent = base && exactValue(field, expression.exponent);
    return exponent && anyPower(field, base, exponent);
  }
  if (expression.kind === "call") return called(field, expression.name, expression.of);
  const isSum = expression.kind === "sum";
  let result = fromInteger(isSum ? 0 : 1);
  for (const part of isSum ? expression.terms : expression.factors) {
    const value = exactValue(field, part);
    if (!value) return null;
    result = isSum ? add(field, result, value) : multiply(field, result, value);
  }
  return result;
}

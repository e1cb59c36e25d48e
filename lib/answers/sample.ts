import { addBalls, type Ball, invertBall, multiplyBalls, point, realBall, UNIT } from "./ball.ts";
import {
  absBall,
  arccosBall,
  arcsinBall,
  arctanBall,
  binomialBall,
  ceilBall,
  cosBall,
  coshBall,
  cotBall,
  cscBall,
  expBall,
  factorialBall,
  floorBall,
  I,
  lnBall,
  PI,
  powerBall,
  rootBall,
  secBall,
  sinBall,
  sinhBall,
  tanBall,
  tanhBall,
} from "./ball-functions.ts";
import type { Expression, FunctionName } from "./expression.ts";
import { toDouble } from "./rational.ts";
import { type Steps, spend } from "./steps.ts";

/**
 * Where an expression is looked at. `complex`: square roots of negative numbers have a value; `openBase`: what a
 * logarithm without a base takes for it.
 */
export type Place = {
  readonly variables: ReadonlyMap<string, Ball>;
  readonly complex: boolean;
  readonly openBase: "e" | "10";
};

const ONE_ARGUMENT = new Map<FunctionName, (a: Ball) => Ball | null>([
  ["abs", absBall],
  ["arccos", arccosBall],
  ["arcsin", arcsinBall],
  ["arctan", arctanBall],
  ["ceil", ceilBall],
  ["cos", cosBall],
  ["cosh", coshBall],
  ["cot", cotBall],
  ["csc", cscBall],
  ["factorial", factorialBall],
  ["floor", floorBall],
  ["ln", lnBall],
  ["sec", secBall],
  ["sin", sinBall],
  ["sinh", sinhBall],
  ["tan", tanBall],
  ["tanh", tanhBall],
]);

function numberBall(n: string, d: string): Ball | null {
  const [top, bottom] = [Number(n), Number(d)];
  if (d === "1" && Number.isSafeInteger(top)) return point(top);
  const value = n.length + d.length < 300 ? top / bottom : toDouble({ n: BigInt(n), d: BigInt(d) });
  // Halves, quarters and the like are doubles themselves.
  const dyadic = Number.isSafeInteger(top) && bottom < 2 ** 30 && Number.isInteger(Math.log2(bottom));
  return value === 0 && n !== "0" ? null : realBall(value, dyadic ? 0 : 4 * UNIT * Math.abs(value));
}

function logarithm(a: Ball, base: Ball): Ball | null {
  const [top, bottom] = [lnBall(a), lnBall(base)];
  const upside = bottom && invertBall(bottom);
  return top && upside && multiplyBalls(top, upside);
}

function callAt(name: FunctionName, of: readonly Ball[], place: Place): Ball | null {
  const [a, b] = of;
  if (!a) return null;
  if (name === "root") return b ? rootBall(a, b.re, place.complex) : null;
  if (name === "binomial") return b ? binomialBall(a, b) : null;
  if (name === "log") {
    if (b) return logarithm(a, b);
    return place.openBase === "e" ? lnBall(a) : logarithm(a, point(10));
  }
  return ONE_ARGUMENT.get(name)?.(a) ?? null;
}

function fold(
  parts: readonly Expression[],
  place: Place,
  steps: Steps,
  start: Ball,
  join: (a: Ball, b: Ball) => Ball | null,
): Ball | null {
  let result: Ball | null = start;
  for (const part of parts) {
    const value = valueAt(part, place, steps);
    result = value && join(result, value);
    if (!result) return null;
  }
  return result;
}

/** The value of an expression at a place; null where it has none there, or none that doubles can hold. */
export function valueAt(expression: Expression, place: Place, steps: Steps): Ball | null {
  if (!spend(steps, 3)) return null;
  if (expression.kind === "number") return numberBall(expression.n, expression.d);
  if (expression.kind === "variable") return place.variables.get(expression.name) ?? null;
  if (expression.kind === "constant") {
    if (expression.name === "pi") return PI;
    if (expression.name === "e") return expBall(point(1));
    return expression.name === "i" ? I : null;
  }
  if (expression.kind === "sum") return fold(expression.terms, place, steps, point(0), addBalls);
  if (expression.kind === "product") return fold(expression.factors, place, steps, point(1), multiplyBalls);
  if (expression.kind === "power") {
    const exponent = valueAt(expression.exponent, place, steps);
    if (exponent && expression.base.kind === "constant" && expression.base.name === "e")
      return expBall(exponent);
    const base = exponent && valueAt(expression.base, place, steps);
    return base && powerBall(base, exponent, place.complex);
  }
  const of = expression.of.map((part) => valueAt(part, place, steps));
  return of.every((value) => value !== null) ? callAt(expression.name, of, place) : null;
}

/** Numbers of no special kind, as doubles hold them exactly, spread over an interval. */
const spread = (from: number, length: number) => (at: number) =>
  from + Math.round((((at + 1) * 0.618_033_988_749_895) % 1) * 256) * (length / 256);

const PATTERNS: readonly { positive: boolean; value: (at: number, count: number) => number }[] = [
  { positive: true, value: spread(1, 2) },
  { positive: true, value: spread(0.125, 0.5) },
  { positive: true, value: spread(4, 8) },
  { positive: true, value: (at) => 3 + 2 * at },
  { positive: true, value: (at, count) => 2 + 3 * (count - at) },
  { positive: true, value: (at) => [2, 1, 4, 3][at % 4] ?? 2 },
  { positive: false, value: (at) => (at % 2 === 0 ? -1 : 1) * spread(1, 2)(at) },
  { positive: false, value: (at) => -spread(0.125, 3)(at) },
];

export type SamplePoint = { readonly positive: boolean; readonly variables: ReadonlyMap<string, Ball> };

/**
 * Points at which to compare expressions in these variables, always the same ones: fractions of no special kind,
 * some between 0 and 1, whole numbers rising and falling, and at last some with negative coordinates.
 */
export function samplePoints(names: readonly string[]): readonly SamplePoint[] {
  const sorted = [...names].sort();
  if (sorted.length === 0) return [{ positive: true, variables: new Map() }];
  return PATTERNS.map(({ positive, value }) => ({
    positive,
    variables: new Map(sorted.map((name, at) => [name, point(value(at, sorted.length))])),
  }));
}

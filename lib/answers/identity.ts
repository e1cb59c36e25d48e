import { type Ball, sizeOf, surelyDiffer } from "./ball.ts";
import { exactValue } from "./exact.ts";
import { type Expression, variablesOf, walk } from "./expression.ts";
import { areEqual, type Field, newField } from "./field.ts";
import { type Place, samplePoints, valueAt } from "./sample.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

/**
 * What is certain about two expressions. `open`: nothing, which a symbolic system may change. `close`: they differ,
 * but by so little, or only where variables are negative, that the answer may be meant all the same; `gap` is the
 * largest difference that was seen, relative to the size of the values.
 */
export type Identity =
  | { readonly kind: "equal" }
  | { readonly kind: "different"; readonly by: "numeric" | "symbolic"; readonly gap: number }
  | { readonly kind: "negative" }
  | { readonly kind: "open" };

/** What the exact part of one decision may cost. */
const EXACT_STEPS = 40_000;
const MAX_VARIABLES = 12;

type Sampled = {
  readonly compared: number;
  readonly differs: boolean;
  readonly gap: number;
  readonly negative: boolean;
};

/** Is there a logarithm without a base in it? */
export const hasOpenBase = (expression: Expression): boolean =>
  walk(expression).some((each) => each.kind === "call" && each.name === "log" && each.of.length === 1);

const isComplex = (expression: Expression): boolean =>
  walk(expression).some((each) => each.kind === "constant" && each.name === "i");

function relativeGap(x: Ball, y: Ball): number {
  const size = Math.max(sizeOf(x), sizeOf(y));
  return Math.hypot(x.re - y.re, x.im - y.im) / size;
}

function sample(
  a: Expression,
  b: Expression,
  names: readonly string[],
  place: Omit<Place, "variables">,
  steps: Steps,
): Sampled {
  let compared = 0;
  let negative = false;
  for (const { positive, variables } of samplePoints(names)) {
    const at = { ...place, variables };
    const x = valueAt(a, at, steps);
    const y = x && valueAt(b, at, steps);
    if (!x || !y) continue;
    compared += 1;
    if (!surelyDiffer(x, y)) continue;
    if (positive) return { compared, differs: true, gap: relativeGap(x, y), negative };
    negative = true;
  }
  return { compared, differs: false, gap: 0, negative };
}

/** Are they the same as fractions of polynomials, with all that is known of roots, angles and powers? */
function isIdentical(field: Field, a: Expression, b: Expression): boolean | null {
  const x = exactValue(field, a);
  const y = x && exactValue(field, b);
  if (!x || !y) return null;
  const equal = areEqual(field, x, y);
  return field.steps.taken <= field.steps.limit ? equal : null;
}

/** Fractions of polynomials in variables alone differ as soon as their cross products do. */
const isRational = (field: Field): boolean => field.atoms.every(({ key }) => key.startsWith("variable "));

/**
 * Decides whether two expressions are the same wherever both are defined; variables are real, and without variables,
 * or with an i, values are complex. Certain in what it says:
 * - different: at one point with positive coordinates both have values, which differ by more than their error bounds;
 *   or they are fractions of polynomials whose cross products, expanded, differ;
 * - equal: the cross products, expanded over the rationals and over what isn't rational (variables, π, e, roots of
 *   primes, sines, powers) and reduced by exact relations between these (i² = -1, √2² = 2, sin² + cos² = 1), agree;
 * - negative: they differ, but only where a variable is negative, which may be out of question.
 */
export function identify(a: Expression, b: Expression, steps: Steps): Identity {
  const names = [...new Set([...variablesOf(a), ...variablesOf(b)])];
  if (names.length > MAX_VARIABLES) return { kind: "open" };
  const complex = names.length === 0 || isComplex(a) || isComplex(b);
  const bases = hasOpenBase(a) || hasOpenBase(b) ? (["e", "10"] as const) : (["e"] as const);
  const samples = bases.map((openBase) => sample(a, b, names, { complex, openBase }, steps));
  if (samples.every(({ differs }) => differs))
    return { kind: "different", by: "numeric", gap: Math.max(...samples.map(({ gap }) => gap)) };
  if (samples.some(({ differs }) => differs)) return { kind: "open" };
  if (samples.some(({ negative }) => negative)) return { kind: "negative" };
  if (samples.some(({ compared }) => compared === 0)) return { kind: "open" };
  const field = newField(newSteps(EXACT_STEPS));
  const identical = isIdentical(field, a, b);
  spend(steps, Math.min(field.steps.taken, EXACT_STEPS));
  if (identical) return { kind: "equal" };
  const rational = identical === false && isRational(field);
  return rational ? { kind: "different", by: "symbolic", gap: 0 } : { kind: "open" };
}

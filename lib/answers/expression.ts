/** Functions with the number of arguments they take. `log` of one argument leaves its base open: 10 or e. */
export type FunctionName =
  | "abs"
  | "arccos"
  | "arcsin"
  | "arctan"
  | "binomial"
  | "ceil"
  | "cos"
  | "cosh"
  | "cot"
  | "csc"
  | "factorial"
  | "floor"
  | "ln"
  | "log"
  | "root"
  | "sec"
  | "sin"
  | "sinh"
  | "tan"
  | "tanh";

/**
 * A mathematical expression as a plain JSON tree. A number is the fraction `n / d` in lowest terms, in decimal
 * digits, with the sign in `n`. `root` takes what stands under the root, then the degree; `log` may take a base
 * second. What is subtracted is multiplied by -1; what divides has the exponent -1.
 */
export type Expression =
  | { readonly kind: "number"; readonly n: string; readonly d: string }
  | { readonly kind: "constant"; readonly name: "e" | "i" | "infinity" | "pi" }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "sum"; readonly terms: readonly Expression[] }
  | { readonly kind: "product"; readonly factors: readonly Expression[] }
  | { readonly kind: "power"; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: readonly Expression[] };

export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "sum") return expression.terms;
  if (expression.kind === "product") return expression.factors;
  if (expression.kind === "power") return [expression.base, expression.exponent];
  return expression.kind === "call" ? expression.of : [];
}

/** The expression and everything in it, outermost first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* walk(part);
}

/** The names of its variables, in the order in which they first appear. */
export function variablesOf(expression: Expression): readonly string[] {
  const names = new Set<string>();
  for (const each of walk(expression)) if (each.kind === "variable") names.add(each.name);
  return [...names];
}

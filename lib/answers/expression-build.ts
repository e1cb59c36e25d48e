import type { Expression, FunctionName } from "./expression.ts";
import { rational } from "./rational.ts";
import { newSteps } from "./steps.ts";

export const fraction = (n: bigint, d: bigint): Expression | null => {
  const value = rational(n, d, newSteps());
  return value && { kind: "number", n: String(value.n), d: String(value.d) };
};

export const integerOf = (n: number): Expression => ({ kind: "number", n: String(n), d: "1" });
export const constant = (name: "e" | "i" | "infinity" | "pi"): Expression => ({ kind: "constant", name });
export const call = (name: FunctionName, ...of: Expression[]): Expression => ({ kind: "call", name, of });

export const powerOf = (base: Expression, exponent: Expression): Expression => ({
  kind: "power",
  base,
  exponent,
});

export function sumOf(terms: readonly Expression[]): Expression {
  const flat = terms.flatMap((term) => (term.kind === "sum" ? term.terms : [term]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind: "sum", terms: flat };
}

export function productOf(factors: readonly Expression[]): Expression {
  const flat = factors.flatMap((factor) => (factor.kind === "product" ? factor.factors : [factor]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind: "product", factors: flat };
}

export function negativeOf(of: Expression): Expression {
  if (of.kind !== "number") return productOf([integerOf(-1), of]);
  return {
    kind: "number",
    n: of.n.startsWith("-") ? of.n.slice(1) : of.n === "0" ? "0" : `-${of.n}`,
    d: of.d,
  };
}

/** `top / bottom`; a fraction of whole numbers is one number, except over zero, which has no value. */
export function quotientOf(top: Expression, bottom: Expression): Expression {
  if (top.kind === "number" && bottom.kind === "number" && top.d === "1" && bottom.d === "1") {
    const found = fraction(BigInt(top.n), BigInt(bottom.n));
    if (found) return found;
  }
  return productOf([top, powerOf(bottom, integerOf(-1))]);
}

import { evaluate } from "./evaluate.ts";
import type { Steps } from "./steps.ts";
import { add, divide, negate, type Value, whole } from "./value.ts";

/** `slope` times the variable plus `offset`. */
export type Linear = { readonly slope: Value; readonly offset: Value };

const MAX_TERMS = 20;

/** The signed terms of a sum, split outside brackets. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    else if ((char === "+" || char === "-") && depth === 0 && !/(?:^|[-+*/^])$/.test(text.slice(from, at))) {
      terms.push(text.slice(from, at));
      from = at;
    }
  }
  terms.push(text.slice(from));
  return terms;
}

/** A term of the first degree, `-2x`, `x/3`, `\frac{3x}{4}` or `\frac{3}{4}x`, as the factor of the variable. */
function slopeOf(term: string, variable: string, steps: Steps): Value | null {
  const [, sign = "", rest = ""] = /^([-+]?)(.*)$/.exec(term) ?? [];
  const over = /^\\frac\{([^{}]*)\}(\{[^{}]*\})$/.exec(rest);
  const [top, bottom] = over?.[1]?.endsWith(variable)
    ? [over[1], over[2] ?? ""]
    : splitQuotient(rest, variable);
  if (!top.endsWith(variable)) return null;
  const before = top.slice(0, -variable.length);
  if (/\/[^*(){}]*$/.test(before)) return null;
  const coefficient = before.replace(/\*$/, "");
  const factor = coefficient === "" ? whole(1n) : evaluate(coefficient, steps)?.value;
  const divisor = bottom === "" ? whole(1n) : evaluate(bottom, steps)?.value;
  const quotient = factor && divisor ? divide(factor, divisor, steps) : null;
  return quotient && sign === "-" ? negate(quotient) : quotient;
}

function splitQuotient(text: string, variable: string): [string, string] {
  const at = text.lastIndexOf(`${variable}/`);
  return at < 0 ? [text, ""] : [text.slice(0, at + variable.length), text.slice(at + variable.length + 1)];
}

/**
 * Reads a spelled expression such as `3 - 2x` or `\frac{x}{2} + 1` as linear in the variable, with closed numbers
 * for coefficients; a number alone has the slope 0. Null for all else, products of brackets and `3/4x` included.
 */
export function readLinear(text: string, variable: string, steps: Steps): Linear | null {
  const terms = termsOf(text.replaceAll(" ", ""));
  if (terms.length > MAX_TERMS) return null;
  let linear: Linear = { slope: whole(0n), offset: whole(0n) };
  for (const term of terms) {
    const constant = evaluate(term, steps)?.value;
    const slope = constant ? null : slopeOf(term, variable, steps);
    const sum = constant ? add(linear.offset, constant, steps) : slope && add(linear.slope, slope, steps);
    if (!sum) return null;
    linear = constant ? { ...linear, offset: sum } : { ...linear, slope: sum };
  }
  return linear;
}

/** Where `a` and `b` meet; null where they are parallel, or may be. */
export function meetingPoint(a: Linear, b: Linear, steps: Steps): Value | null {
  const slope = add(a.slope, negate(b.slope), steps);
  const offset = add(b.offset, negate(a.offset), steps);
  return slope && offset && divide(offset, slope, steps);
}

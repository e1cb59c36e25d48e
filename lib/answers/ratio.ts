import type { Sequence } from "./answer.ts";
import { numericValue } from "./number.ts";
import type { Steps } from "./steps.ts";
import { compareValues, divide, multiply, type Value } from "./value.ts";

function termsOf(ratio: Sequence): readonly Value[] | null {
  const values = ratio.items.flatMap((item) =>
    item.kind === "leaf" && item.number ? [numericValue(item.number)] : [],
  );
  return values.length === ratio.items.length ? values : null;
}

/** Is each term of one ratio as many times that of the other, as in 2:4 and 1:2? Null where that can't be told. */
export function areProportional(a: Sequence, b: Sequence, steps: Steps): boolean | null {
  const [p, q] = [termsOf(a), termsOf(b)];
  const [first, second] = [p?.[0], q?.[0]];
  if (!p || !q || !first || !second || p.length !== q.length) return p && q ? false : null;
  for (const [at, x] of p.entries()) {
    const y = q[at];
    const left = y && multiply(first, y, steps);
    const right = multiply(second, x, steps);
    const same = left && right ? compareValues(left, right) : "unclear";
    if (same === "unclear") return null;
    if (same === "different") return false;
  }
  return true;
}

/** Is the first term of a ratio of two divided by the second this number? */
export function hasValue(ratio: Sequence, value: Value, steps: Steps): boolean {
  const [top, bottom, more] = termsOf(ratio) ?? [];
  const quotient = top && bottom && !more ? divide(top, bottom, steps) : null;
  return quotient ? compareValues(quotient, value) === "equal" : false;
}

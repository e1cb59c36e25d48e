import { type Steps, spend } from "./steps.ts";
import { asDouble, type Value } from "./value.ts";

/** Is `a` below (-1), at (0) or above (1) `b`? Null where floating point can't tell, or the steps are used up. */
export function orderValues(a: Value, b: Value, steps: Steps): -1 | 0 | 1 | null {
  if (!spend(steps, 10)) return null;
  if (a.kind === "exact" && b.kind === "exact") {
    const gap = a.value.n * b.value.d - b.value.n * a.value.d;
    if (gap === 0n) return 0;
    return gap < 0n ? -1 : 1;
  }
  const [x, y] = [asDouble(a), asDouble(b)];
  if (!x || !y) return null;
  if (x.value === y.value && x.error === y.error && a.kind === b.kind) return 0;
  const gap = x.value - y.value;
  if (Math.abs(gap) <= x.error + y.error) return null;
  return gap < 0 ? -1 : 1;
}

import type { Answer, Sequence } from "./answer.ts";
import { type End, type Interval, point } from "./interval.ts";
import type { Leaf } from "./leaf.ts";
import { numericValue } from "./number.ts";
import { orderValues } from "./order.ts";
import { newSteps } from "./steps.ts";

/**
 * A set of real numbers that an answer names. `certain`: it can be nothing else, as `(1, 2]` and `x > 2` can't;
 * `(1, 2)` may be a point as well. `variable`: what was said to lie in it.
 */
export type NumberSet = {
  readonly intervals: readonly Interval[];
  readonly certain: boolean;
  readonly variable: string | null;
};

const INFINITE = /^([-+]?)\\infty$/;

function infinity(leaf: Leaf): -1 | 0 | 1 {
  const sign = INFINITE.exec(leaf.text)?.[1];
  if (sign === undefined) return 0;
  return sign === "-" ? -1 : 1;
}

function intervalOf({ items, style }: Sequence): NumberSet | null {
  const [low, high] = items;
  if (items.length !== 2 || low?.kind !== "leaf" || high?.kind !== "leaf") return null;
  const [left, right] = [infinity(low), infinity(high)];
  if (left === 1 || right === -1) return null;
  const half = style === "left" || style === "right";
  const end = (leaf: Leaf, at: -1 | 0 | 1, closed: boolean): End =>
    at === 0 ? { at: leaf, closed } : { at: null, closed: false };
  const intervals = [
    {
      low: end(low, left, style === "square" || style === "left"),
      high: end(high, right, style === "square" || style === "right"),
    },
  ];
  const forwards = !low.number || !high.number || isBelow(low, high);
  const certain = half || left !== 0 || right !== 0;
  return forwards ? { intervals, certain, variable: null } : null;
}

function isBelow(low: Leaf, high: Leaf): boolean {
  if (!low.number || !high.number) return false;
  return orderValues(numericValue(low.number), numericValue(high.number), newSteps()) === -1;
}

function joined(items: readonly Answer[], certain: boolean): NumberSet | null {
  const sets = items.map(numberSetOf);
  const intervals = sets.flatMap((each) => each?.intervals ?? []);
  return sets.every((each) => each !== null) ? { intervals, certain, variable: null } : null;
}

/**
 * Reads an answer as a set of real numbers, or null where it can't be one. A list counts as the set of its values,
 * unless it lists conditions: they may all have to hold.
 */
export function numberSetOf(answer: Answer): NumberSet | null {
  if (answer.kind === "region") return { ...answer, certain: true };
  if (answer.kind === "union") return joined(answer.items, true);
  if (answer.kind === "leaf") {
    if (answer.key === "\\emptyset") return { intervals: [], certain: false, variable: null };
    const isPoint = answer.number !== null && answer.unit === null;
    return isPoint ? { intervals: [point(answer)], certain: false, variable: answer.name } : null;
  }
  if (answer.kind !== "sequence" || answer.style === "ratio") return null;
  if (answer.style === "bare") {
    if (answer.items.some((item) => item.kind === "region")) return null;
    const all = joined(answer.items, false);
    const intervals = answer.items.every((item) => numberSetOf(item)?.certain);
    return all && { ...all, certain: intervals };
  }
  if (answer.style !== "set") return intervalOf(answer);
  return answer.items.every((item) => item.kind === "leaf") ? joined(answer.items, false) : null;
}

import type { Leaf } from "./leaf.ts";
import { numericValue } from "./number.ts";
import { orderValues } from "./order.ts";
import { type Steps, spend } from "./steps.ts";

/** An end of an interval. `at` is null where it is infinite; `closed`: the end belongs to the interval. */
export type End = { readonly at: Leaf | null; readonly closed: boolean };

/** The numbers between two ends. A single number is closed at both ends. */
export type Interval = { readonly low: End; readonly high: End };

/** More intervals than this are not sorted. */
const MAX_INTERVALS = 40;

export const UNBOUNDED: End = { at: null, closed: false };
export const ALL_REALS: readonly Interval[] = [{ low: UNBOUNDED, high: UNBOUNDED }];

export const point = (at: Leaf): Interval => ({ low: { at, closed: true }, high: { at, closed: true } });

/**
 * A place between numbers: just before or just after `at`, or an end of the line where `at` is null. An interval
 * runs from one cut to another, and a set of numbers is a rising list of cuts at which one enters and leaves it.
 */
type Cut = { readonly at: Leaf | null; readonly after: boolean };
type Crossing = { readonly cut: Cut; readonly step: 1 | -1 };

function orderCuts(a: Cut, b: Cut, steps: Steps): number | null {
  if (a.at === null || b.at === null) {
    const side = (cut: Cut): number => (cut.at !== null ? 0 : cut.after ? 1 : -1);
    return side(a) - side(b);
  }
  if (!a.at.number || !b.at.number) return null;
  const order = orderValues(numericValue(a.at.number), numericValue(b.at.number), steps);
  return order === 0 ? Number(a.after) - Number(b.after) : order;
}

function crossings({ low, high }: Interval): Crossing[] {
  return [
    { cut: { at: low.at, after: low.at !== null && !low.closed }, step: 1 },
    { cut: { at: high.at, after: high.at === null || high.closed }, step: -1 },
  ];
}

function isForwards(interval: Interval, steps: Steps): boolean {
  const [from, to] = crossings(interval);
  const order = from && to ? orderCuts(from.cut, to.cut, steps) : null;
  return order !== null && order < 0;
}

/**
 * The numbers that lie in at least `least` of the intervals, as disjoint intervals from low to high that don't
 * touch. Null where an end is no known number, the order of two can't be told, or an interval runs backwards.
 */
function covered(intervals: readonly Interval[], least: number, steps: Steps): Interval[] | null {
  if (intervals.length > MAX_INTERVALS || !spend(steps, intervals.length)) return null;
  if (!intervals.every((each) => isForwards(each, steps))) return null;
  let told = true;
  const sorted = intervals.flatMap(crossings).sort((a, b) => {
    const order = orderCuts(a.cut, b.cut, steps);
    if (order === null) told = false;
    return order || (least === 1 ? b.step - a.step : a.step - b.step);
  });
  if (!told) return null;
  const found: Interval[] = [];
  let depth = 0;
  let low: End | null = null;
  for (const { cut, step } of sorted) {
    depth += step;
    if (step === 1 && depth === least) low = { at: cut.at, closed: cut.at !== null && !cut.after };
    if (step === 1 || depth !== least - 1 || !low) continue;
    found.push({ low, high: { at: cut.at, closed: cut.at !== null && cut.after } });
    low = null;
  }
  return found;
}

/** The numbers in any of the intervals: sorted, what overlaps or touches joined. Null where that can't be told. */
export function union(intervals: readonly Interval[], steps: Steps): Interval[] | null {
  return covered(intervals, 1, steps);
}

/** The numbers in both. Null where that can't be told. */
export function intersection(
  a: readonly Interval[],
  b: readonly Interval[],
  steps: Steps,
): Interval[] | null {
  const [p, q] = [union(a, steps), union(b, steps)];
  return p && q && covered([...p, ...q], 2, steps);
}

/** The numbers in none of the intervals. Null where that can't be told. */
export function complement(intervals: readonly Interval[], steps: Steps): Interval[] | null {
  const sorted = union(intervals, steps);
  if (!sorted) return null;
  const found: Interval[] = [];
  let low: End | null = UNBOUNDED;
  for (const each of sorted) {
    if (low && each.low.at) found.push({ low, high: { at: each.low.at, closed: !each.low.closed } });
    low = each.high.at ? { at: each.high.at, closed: !each.high.closed } : null;
  }
  if (low) found.push({ low, high: UNBOUNDED });
  return found;
}

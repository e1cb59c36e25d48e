import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ALL_REALS,
  complement,
  type End,
  type Interval,
  intersection,
  point,
  UNBOUNDED,
  union,
} from "./interval.ts";
import { readLeaf } from "./leaf.ts";
import { newSteps } from "./steps.ts";

const leaf = (text: string | number) => readLeaf(String(text), newSteps());

const bound = (at: number, closed: boolean): End => ({ at: leaf(at), closed });
const interval = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(6), fc.boolean(), fc.boolean(), fc.nat(9), fc.nat(9))
  .map(
    ([low, size, left, right, down, up]): Interval => ({
      low: down === 0 ? UNBOUNDED : bound(low, left || size === 0),
      high: up === 0 ? UNBOUNDED : bound(low + size, right || size === 0),
    }),
  );
const intervals = fc.array(interval, { maxLength: 5 });

/** Whole and half numbers tell all sets apart whose ends are whole. */
const SAMPLES = Array.from({ length: 81 }, (_, at) => at / 2 - 20);

function holds(all: readonly Interval[], x: number): boolean {
  return all.some(({ low, high }) => {
    const above = low.at === null || Number(low.at.text) < x || (low.closed && Number(low.at.text) === x);
    const below = high.at === null || Number(high.at.text) > x || (high.closed && Number(high.at.text) === x);
    return above && below;
  });
}

const members = (all: readonly Interval[] | null): boolean[] | null =>
  all && SAMPLES.map((x) => holds(all, x));

test("union, intersection and complement hold the numbers that they should", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const steps = newSteps();
      expect(members(union([...a, ...b], steps))).toEqual(SAMPLES.map((x) => holds(a, x) || holds(b, x)));
      expect(members(intersection(a, b, steps))).toEqual(SAMPLES.map((x) => holds(a, x) && holds(b, x)));
      expect(members(complement(a, steps))).toEqual(SAMPLES.map((x) => !holds(a, x)));
    }),
  );
});

test("a union is the same whatever the order, and however it was cut in pieces", () => {
  fc.assert(
    fc.property(intervals, (all) => {
      const once = union(all, newSteps());
      expect(once).not.toBeNull();
      expect(union([...all].reverse(), newSteps())).toEqual(once);
      expect(union(once ?? [], newSteps())).toEqual(once);
      expect(complement(complement(all, newSteps()) ?? [], newSteps())).toEqual(once);
    }),
  );
});

test("an intersection comes out sorted and joined, without empty intervals", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const both = intersection(a, b, newSteps()) ?? [];
      expect(union(both, newSteps())).toEqual(both);
    }),
  );
});

test("nothing and everything are each other's complement", () => {
  expect(complement([], newSteps())).toEqual(ALL_REALS);
  expect(complement(ALL_REALS, newSteps())).toEqual([]);
});

test("what can't be ordered has no union", () => {
  expect(union([{ low: bound(3, false), high: bound(1, false) }], newSteps())).toBeNull();
  expect(union([{ low: bound(3, false), high: bound(3, false) }], newSteps())).toBeNull();
  expect(union([{ low: { at: leaf("a"), closed: false }, high: bound(1, false) }], newSteps())).toBeNull();
  expect(
    union(
      Array.from({ length: 50 }, (_, at) => point(leaf(at))),
      newSteps(),
    ),
  ).toBeNull();
});

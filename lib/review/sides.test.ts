import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownOrder } from "./sides.ts";

const FIRST = 1;
const SECOND = 2;
const PAIRS = 4000;
const reviewer = fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 40 }));
const start = fc.integer({ min: 1, max: 2_000_000_000 });

function leftOf(unitId: number, reviewerId: string, firstId: number, secondId: number): number {
  return shownOrder(unitId, reviewerId, [firstId, secondId])[0] ?? 0;
}

/** For each of `PAIRS` pairs from `from` on: does the first path stand on the left? */
function sides(from: number, reviewerId: string, step = 1): boolean[] {
  return Array.from(
    { length: PAIRS },
    (_, at) => leftOf(from + at * step, reviewerId, FIRST, SECOND) === FIRST,
  );
}

/** Six standard deviations of a fair coin thrown `PAIRS` times: chance passes it in two of 10⁹ throws. */
function expectFair(throws: readonly boolean[]): void {
  const share = throws.filter(Boolean).length / throws.length;
  expect(Math.abs(share - 0.5)).toBeLessThan((6 * 0.5) / Math.sqrt(throws.length));
}

describe("the order of two paths", () => {
  test("answers one of the two paths, the same one each time, whatever ids the paths have", () => {
    fc.assert(
      fc.property(start, reviewer, start, start, (pairId, reviewerId, firstId, secondId) => {
        const left = leftOf(pairId, reviewerId, firstId, secondId);
        expect([firstId, secondId]).toContain(left);
        expect(leftOf(pairId, reviewerId, firstId, secondId)).toBe(left);
        expect(left === firstId).toBe(
          firstId === secondId || leftOf(pairId, reviewerId, FIRST, SECOND) === FIRST,
        );
      }),
    );
  });

  test("puts each path on the left half of the time, for every reviewer and every run of pairs", () => {
    fc.assert(
      fc.property(start, reviewer, fc.constantFrom(1, 2, 3, 10, 64), (from, reviewerId, step) => {
        expectFair(sides(from, reviewerId, step));
      }),
    );
  });

  test("says nothing about the side of the next pair", () => {
    fc.assert(
      fc.property(start, reviewer, (from, reviewerId) => {
        const these = sides(from, reviewerId);
        const next = sides(from + 1, reviewerId);
        expectFair(these.map((side, at) => side === next[at]));
      }),
    );
  });

  test("says nothing about the side that another reviewer sees", () => {
    fc.assert(
      fc.property(start, reviewer, reviewer, (from, one, other) => {
        fc.pre(one !== other);
        const others = sides(from, other);
        expectFair(sides(from, one).map((side, at) => side === others[at]));
      }),
    );
  });

  test("shows one pair both ways round to many reviewers", () => {
    fc.assert(
      fc.property(start, fc.string({ maxLength: 20 }), (pairId, prefix) => {
        expectFair(
          Array.from({ length: PAIRS }, (_, at) => leftOf(pairId, `${prefix}${at}`, FIRST, SECOND) === FIRST),
        );
      }),
    );
  });
});

describe("the order of several paths", () => {
  test("is one of theirs, the same each time", () => {
    fc.assert(
      fc.property(start, reviewer, fc.uniqueArray(start, { maxLength: 9 }), (unitId, reviewerId, ids) => {
        const order = shownOrder(unitId, reviewerId, ids);
        expect(order.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
        expect(shownOrder(unitId, reviewerId, ids)).toEqual(order);
      }),
    );
  });

  test("is any of the six of three paths as often as any other", () => {
    const counts = new Map<string, number>();
    for (let unit = 1; unit <= 6 * PAIRS; unit += 1) {
      const key = shownOrder(unit, "somebody", [1, 2, 3]).join();
      counts.set(key, 1 + (counts.get(key) ?? 0));
    }
    expect(counts.size).toBe(6);
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - PAIRS) ** 2 / PAIRS, 0);
    // Five degrees of freedom: chance passes this in one of 10⁶ runs.
    expect(chiSquare).toBeLessThan(35.9);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "./wilson.ts";

test("the interval holds the share, stays between 0 and 1, and narrows as trials grow", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (trials, part) => {
        const successes = Math.round(part * trials);
        const found = wilson(successes, trials);
        const more = wilson(successes * 4, trials * 4);
        if (!found || !more) throw new Error("there are trials");
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(successes / trials + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
        expect(more.high - more.low).toBeLessThan(found.high - found.low);
      },
    ),
  );
});

// Newcombe 1998, Statistics in Medicine 17: method 3 for 81 of 263 and for 0 of 20.
test("published intervals come out", () => {
  const first = wilson(81, 263);
  expect(first?.low).toBeCloseTo(0.2553, 4);
  expect(first?.high).toBeCloseTo(0.3662, 4);
  const second = wilson(0, 20);
  expect(second?.low).toBe(0);
  expect(second?.high).toBeCloseTo(0.1611, 4);
  expect(wilson(0, 0)).toBeNull();
});

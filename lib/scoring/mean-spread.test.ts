import fc from "fast-check";
import { expect, test } from "vitest";
import { meanAndSpread } from "./mean-spread.ts";

test("one value has no spread, equal ones none, and moving all moves the mean alone", () => {
  expect(meanAndSpread([7])).toEqual({ mean: 7, spread: null });
  expect(meanAndSpread([4, 8])).toEqual({ mean: 6, spread: Math.sqrt(8) });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2 }),
      fc.integer({ min: -5, max: 5 }),
      (values, by) => {
        const moved = meanAndSpread(values.map((value) => value + by));
        const before = meanAndSpread(values);
        expect(moved.mean).toBeCloseTo(before.mean + by, 10);
        expect(moved.spread ?? -1).toBeCloseTo(before.spread ?? -1, 10);
      },
    ),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { bradleyTerry } from "#lib/statistics/bradley-terry.ts";
import { comparisonPairs, consistentOutcome } from "./comparison-pairs.ts";

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 12 });

test("pairs are different, of different paths, and no more than asked; the same whatever the order", () => {
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 80 }), fc.integer(), (paths, most, seed) => {
      const pairs = comparisonPairs(paths, most, seed);
      expect(pairs).toHaveLength(Math.min(most, Math.max(0, (paths.length * (paths.length - 1)) / 2)));
      expect(new Set(pairs.map(({ first, second }) => `${first} ${second}`)).size).toBe(pairs.length);
      expect(pairs.every(({ first, second }) => first < second)).toBe(true);
      expect(comparisonPairs(paths.toReversed(), most, seed)).toEqual(pairs);
    }),
  );
});

test("with as many pairs as there are paths, all can be compared, through others too", () => {
  fc.assert(
    fc.property(ids, fc.integer(), (paths, seed) => {
      fc.pre(paths.length > 1);
      const places = new Map(paths.map((id, at) => [id, at]));
      const results = comparisonPairs(paths, paths.length, seed).map(({ first, second }) => ({
        a: places.get(first) ?? 0,
        b: places.get(second) ?? 0,
        outcome: "tie" as const,
      }));
      expect(new Set(bradleyTerry(paths.length, results).components).size).toBe(1);
    }),
    { numRuns: 40 },
  );
});

test("an answer that flips with the sides is a tie, and known to be none that can be trusted", () => {
  expect(consistentOutcome(1, 1)).toEqual({ outcome: "a", consistent: true });
  expect(consistentOutcome(-1, -1)).toEqual({ outcome: "b", consistent: true });
  expect(consistentOutcome(0, 0)).toEqual({ outcome: "tie", consistent: true });
  expect(consistentOutcome(1, -1)).toEqual({ outcome: "tie", consistent: false });
  expect(consistentOutcome(0, 1)).toEqual({ outcome: "tie", consistent: false });
});

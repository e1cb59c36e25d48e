import fc from "fast-check";
import { expect, test } from "vitest";
import { measure, type Nearest } from "./contract.ts";
import { neighbourKeys } from "./neighbour-keys.ts";

const found = fc.record({
  problem: fc.option(fc.integer({ min: 1, max: 3 })),
  candidate: fc.constant(null),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
});
const nearest: fc.Arbitrary<Nearest> = fc.record(
  { "rouge-l": found, lcs: found, "jaccard-words": found, "jaccard-chars": found },
  { requiredKeys: [] },
);

test("every measure that has a nearest stands under it, each nearest once, in the order of the measures", () => {
  fc.assert(
    fc.property(nearest, (given) => {
      const keys = neighbourKeys(given);
      expect(new Set(keys.map(({ problem }) => problem)).size).toBe(keys.length);
      for (const { problem, measures } of keys) {
        expect(measures.length).toBeGreaterThan(0);
        for (const by of measures) expect(given[by]?.problem).toBe(problem);
      }
      expect(keys.flatMap(({ measures }) => measures).toSorted()).toEqual(Object.keys(given).toSorted());
      const firsts = keys.map(({ measures }) => measure.options.indexOf(measures[0] ?? "lcs"));
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }),
  );
});

test("a problem and a candidate of the same number are two", () => {
  const keys = neighbourKeys({
    "rouge-l": { problem: 5, candidate: null, score: 0.5 },
    lcs: { problem: null, candidate: 5, score: 0.5 },
  });
  expect(keys).toEqual([
    { problem: 5, candidate: null, measures: ["rouge-l"] },
    { problem: null, candidate: 5, measures: ["lcs"] },
  ]);
});

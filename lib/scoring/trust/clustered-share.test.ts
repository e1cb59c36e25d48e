import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "#lib/statistics/wilson.ts";
import { clusteredShare } from "./clustered-share.ts";

const cluster = fc
  .record({ of: fc.integer({ min: 0, max: 30 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ of, part }) => ({ of, right: Math.round(2 * of * part) / 2 }));

test("the share lies within its interval, and the interval within 0 and 1", () => {
  fc.assert(
    fc.property(fc.array(cluster, { maxLength: 30 }), (clusters) => {
      const { value, low, high, n } = clusteredShare(clusters);
      expect(n).toBe(clusters.reduce((sum, { of }) => sum + of, 0));
      if (value === null) expect(n).toBe(0);
      else if (low === null || high === null) expect(clusters.filter(({ of }) => of > 0)).toHaveLength(1);
      else {
        expect(low).toBeGreaterThanOrEqual(-1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(value - 1e-9);
      }
    }),
  );
});

test("of clusters of one each it is Wilson's interval with one trial less", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 60 }), (outcomes) => {
      const share = outcomes.filter(Boolean).length / outcomes.length;
      fc.pre(share > 0 && share < 1);
      const trials = outcomes.length - 1;
      const found = clusteredShare(outcomes.map((right) => ({ right: right ? 1 : 0, of: 1 })));
      const wanted = wilson(share * trials, trials);
      expect(found.low).toBeCloseTo(wanted?.low ?? Number.NaN, 9);
      expect(found.high).toBeCloseTo(wanted?.high ?? Number.NaN, 9);
    }),
  );
});

test("pairs that stand and fall together are worth no more than one of them", () => {
  const outcomes = [1, 1, 0, 1, 0, 1, 1, 0];
  const once = clusteredShare(outcomes.map((right) => ({ right, of: 1 })));
  const often = clusteredShare(outcomes.map((right) => ({ right: 50 * right, of: 50 })));
  expect(often.n).toBe(400);
  expect(often.low).toBeCloseTo(once.low ?? Number.NaN, 9);
  expect(often.high).toBeCloseTo(once.high ?? Number.NaN, 9);
});

test("when all is right, so many problems bound how wrong it may be, not so many pairs", () => {
  const found = clusteredShare([
    { right: 1000, of: 1000 },
    { right: 1000, of: 1000 },
    { right: 1000, of: 1000 },
  ]);
  expect(found.value).toBe(1);
  expect(found.low).toBeCloseTo(wilson(3, 3)?.low ?? Number.NaN, 9);
});

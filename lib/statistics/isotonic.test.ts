import fc from "fast-check";
import { expect, test } from "vitest";
import { isotonic, isotonicValue } from "./isotonic.ts";

const rows = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 9 }), label: fc.integer({ min: 0, max: 1 }) }),
  {
    minLength: 1,
  },
);

test("it never falls, keeps the mean, and fits no worse than any constant", () => {
  fc.assert(
    fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (data, constant) => {
      const fit = isotonic(
        data.map(({ score }) => score),
        data.map(({ label }) => label),
      );
      expect(fit.values).toEqual(fit.values.toSorted((a, b) => a - b));
      const fitted = data.map(({ score }) => isotonicValue(fit, score));
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(fitted)).toBeCloseTo(sum(data.map(({ label }) => label)), 8);
      const error = (of: (at: number) => number) => sum(data.map(({ label }, at) => (label - of(at)) ** 2));
      expect(error((at) => fitted[at] ?? 0)).toBeLessThanOrEqual(error(() => constant) + 1e-9);
    }),
  );
});

test("violators are pooled, worked by hand", () => {
  expect(isotonic([1, 2, 3, 4], [0, 1, 0, 1])).toEqual({ thresholds: [1, 2, 4], values: [0, 0.5, 1] });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { platt, plattValue } from "./platt.ts";

test("higher scores with more positives get higher probabilities, between 0 and 1", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 30 }), (n) => {
      const scores = Array.from({ length: 2 * n }, (_, at) => at - n);
      const fit = platt(
        scores,
        scores.map((score) => (score >= 0 ? 1 : 0)),
      );
      const values = scores.map((score) => plattValue(fit, score));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(values[0]).toBeGreaterThan(0);
      expect(values.at(-1)).toBeLessThan(1);
    }),
  );
});

test("scores that say nothing give the share of positives, drawn in a little", () => {
  const fit = platt([0, 0, 0, 0], [1, 0, 0, 0]);
  const expected = 1 / 5 + (1 / 4) * (2 / 3 - 1 / 5);
  expect(plattValue(fit, 0)).toBeCloseTo(expected, 4);
});

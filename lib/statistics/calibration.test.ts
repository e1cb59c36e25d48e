import fc from "fast-check";
import { expect, test } from "vitest";
import { brier, calibrationBins, expectedCalibrationError, logLoss } from "./calibration.ts";

const rows = fc.array(fc.record({ p: fc.double({ min: 0, max: 1, noNaN: true }), label: fc.boolean() }), {
  minLength: 1,
});
const split = (data: readonly { p: number; label: boolean }[]) =>
  [data.map(({ p }) => p), data.map(({ label }) => label)] as const;

test("every row stands in one bin, whose mean prediction lies within it", () => {
  fc.assert(
    fc.property(rows, (data) => {
      const bins = calibrationBins(...split(data));
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(data.length);
      for (const { from, to, predicted } of bins) {
        expect(predicted).toBeGreaterThanOrEqual(from - 1e-12);
        expect(predicted).toBeLessThanOrEqual(to + 1e-12);
      }
      const error = expectedCalibrationError(bins) ?? 2;
      expect(error).toBeGreaterThanOrEqual(0);
      expect(error).toBeLessThanOrEqual(1);
    }),
  );
});

test("certainties that are right cost nothing, by each measure", () => {
  const probabilities = [1, 0, 1];
  const labels = [true, false, true];
  expect(brier(probabilities, labels)).toBe(0);
  expect(logLoss(probabilities, labels)).toBeCloseTo(0, 12);
  expect(expectedCalibrationError(calibrationBins(probabilities, labels))).toBe(0);
});

test("what is said of nothing is nothing", () => {
  expect(brier([], [])).toBeNull();
  expect(logLoss([], [])).toBeNull();
  expect(expectedCalibrationError([])).toBeNull();
});

test("worked by hand: four forecasts", () => {
  expect(brier([0.9, 0.6, 0.3, 0.1], [true, false, false, true])).toBeCloseTo(
    (0.01 + 0.36 + 0.09 + 0.81) / 4,
    12,
  );
  expect(logLoss([0.5, 0.5], [true, false])).toBeCloseTo(Math.LN2, 12);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { logisticRegression, type SparseRow, scoreOf, sigmoid } from "./logistic.ts";

function sparse(values: readonly number[]): SparseRow {
  const filled = values.flatMap((value, index) => (value === 0 ? [] : [{ value, index }]));
  return {
    index: Int32Array.from(filled.map(({ index }) => index)),
    value: Float64Array.from(filled.map(({ value }) => value)),
  };
}

const rows = fc.array(
  fc.record({
    features: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }),
    label: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 25 },
);

test("at the solution the penalised gradient is zero, which is what makes it the solution", () => {
  fc.assert(
    fc.property(rows, fc.double({ min: 0.05, max: 5, noNaN: true }), (data, l2) => {
      const features = data.map((row) => sparse(row.features));
      const { weights, intercept, converged } = logisticRegression({
        rows: features,
        labels: data.map(({ label }) => label),
        columns: 3,
        l2,
      });
      if (!converged) return;
      const residuals = features.map(
        (row, at) => sigmoid(scoreOf(weights, row) + intercept) - (data[at]?.label ?? 0),
      );
      expect(residuals.reduce((sum, part) => sum + part, 0)).toBeCloseTo(0, 4);
      weights.forEach((weight, column) => {
        const push = residuals.reduce((sum, part, at) => sum + part * (data[at]?.features[column] ?? 0), 0);
        expect(push + l2 * weight).toBeCloseTo(0, 4);
      });
    }),
  );
});

test("a weight of two counts as the row twice", () => {
  const data = [sparse([1, 0]), sparse([0, 1]), sparse([1, 1])];
  const labels = [1, 0, 0];
  const twice = logisticRegression({
    rows: [...data, data[0] ?? sparse([])],
    labels: [...labels, 1],
    columns: 2,
    l2: 0.1,
  });
  const weighted = logisticRegression({ rows: data, labels, weights: [2, 1, 1], columns: 2, l2: 0.1 });
  expect(weighted.weights[0]).toBeCloseTo(twice.weights[0] ?? Number.NaN, 5);
  expect(weighted.intercept).toBeCloseTo(twice.intercept, 5);
});

test("without an intercept there is none", () => {
  const { intercept } = logisticRegression({
    rows: [sparse([1])],
    labels: [1],
    columns: 1,
    l2: 1,
    intercept: false,
  });
  expect(intercept).toBe(0);
});

test("the sigmoid holds at both ends", () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(800)).toBe(1);
  expect(sigmoid(-800)).toBe(0);
});

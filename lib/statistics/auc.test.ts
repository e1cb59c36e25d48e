import fc from "fast-check";
import { expect, test } from "vitest";
import { auc } from "./auc.ts";

const labelled = fc.array(fc.record({ score: fc.integer({ min: 0, max: 6 }), label: fc.boolean() }), {
  maxLength: 30,
});

test("it is the share of pairs of a positive and a negative that are in order, ties half", () => {
  fc.assert(
    fc.property(labelled, (rows) => {
      const positives = rows.filter(({ label }) => label);
      const negatives = rows.filter(({ label }) => !label);
      const wins = positives.flatMap((p) =>
        negatives.map((n) => (p.score > n.score ? 1 : p.score === n.score ? 0.5 : 0)),
      );
      const found = auc(
        rows.map(({ score }) => score),
        rows.map(({ label }) => label),
      );
      if (wins.length === 0) expect(found).toBeNull();
      else expect(found).toBeCloseTo(wins.reduce<number>((sum, win) => sum + win, 0) / wins.length, 10);
    }),
  );
});

test("turning the scores around turns it around", () => {
  fc.assert(
    fc.property(labelled, (rows) => {
      const labels = rows.map(({ label }) => label);
      const one = auc(
        rows.map(({ score }) => score),
        labels,
      );
      const other = auc(
        rows.map(({ score }) => -score),
        labels,
      );
      expect(one === null ? null : 1 - one).toEqual(other === null ? null : expect.closeTo(other, 10));
    }),
  );
});

// Fawcett 2006, An introduction to ROC analysis, figure 3: twenty instances of a classifier.
test("a published example comes out", () => {
  const scores = [
    0.9, 0.8, 0.7, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.505, 0.4, 0.39, 0.38, 0.37, 0.36, 0.35, 0.34, 0.33,
    0.3, 0.1,
  ];
  const positive = new Set([0, 1, 3, 4, 5, 8, 10, 12, 16, 18]);
  expect(
    auc(
      scores,
      scores.map((_, at) => positive.has(at)),
    ),
  ).toBeCloseTo(0.68, 10);
});

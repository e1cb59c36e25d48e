import fc from "fast-check";
import { expect, test } from "vitest";
import { midRanks } from "./ranks.ts";

test("ranks keep the order, equal values share one, and they sum to n (n + 1) / 2", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
      const ranks = midRanks(values);
      const n = values.length;
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
      values.forEach((a, i) => {
        values.forEach((b, j) => {
          expect(Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0))).toBe(Math.sign(a - b));
        });
      });
    }),
  );
});

test("tied values get the mean of their places", () => {
  expect(midRanks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { spearman } from "#lib/statistics/spearman.ts";
import { type Measures, withinRankCorrelation } from "./within-rank-correlation.ts";

const measures = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }));
const group = fc.array(measures, { maxLength: 12 });

test("of one group is Spearman's", () => {
  fc.assert(
    fc.property(group, (rows) => {
      const { value } = withinRankCorrelation([rows]);
      const wanted = spearman(
        rows.map(([a]) => a),
        rows.map(([, b]) => b),
      );
      if (wanted === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(wanted, 9);
    }),
  );
});

test("doesn't change when one group's numbers are all moved", () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 6 }), fc.integer(), fc.integer(), (groups, up, down) => {
      const moved = groups.map((rows, at) =>
        at === 0 ? rows.map(([a, b]): Measures => [a + up, b - down]) : rows,
      );
      expect(withinRankCorrelation(moved)).toEqual(withinRankCorrelation(groups));
    }),
  );
});

test("sees no order where it is only between groups", () => {
  const groups: Measures[][] = [
    [
      [1, 1],
      [2, 1],
    ],
    [
      [8, 9],
      [9, 9],
    ],
  ];
  expect(withinRankCorrelation(groups)).toEqual({ value: null, n: 4 });
});

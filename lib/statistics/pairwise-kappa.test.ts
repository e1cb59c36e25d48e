import fc from "fast-check";
import { expect, test } from "vitest";
import { cohenKappa } from "./kappa.ts";
import { pairwiseKappa, type Rating } from "./pairwise-kappa.ts";

const RATERS = ["ada", "ben", "cy", "dee"];

/** For each unit, each rater's value, or null where they didn't rate it. */
const table = fc.array(
  fc.tuple(...RATERS.map(() => fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }))),
  { maxLength: 15 },
);

function unitsOf(rows: readonly (readonly (number | null)[])[]): Rating<number>[][] {
  return rows.map((row) =>
    row.flatMap((value, at) => (value === null ? [] : [{ rater: RATERS[at] ?? "", value }])),
  );
}

test("each two raters get Cohen's kappa of the units that both rated, in whatever order the ratings come", () => {
  fc.assert(
    fc.property(table, fc.constantFrom("none" as const, "quadratic" as const), (rows, weights) => {
      const found = pairwiseKappa(
        unitsOf(rows).map((ratings) => ratings.toReversed()),
        weights,
      );
      const seen = new Set<string>();
      for (const { a, b, shared, kappa } of found) {
        seen.add([a, b].toSorted().join());
        const pairs = rows.flatMap((row) => {
          const [one, other] = [row[RATERS.indexOf(a)] ?? null, row[RATERS.indexOf(b)] ?? null];
          return one === null || other === null ? [] : [[one, other] as const];
        });
        const expected = cohenKappa(pairs, weights);
        expect(shared).toBe(pairs.length);
        expect(kappa).toEqual(
          expected === null
            ? { kind: "undefined", reason: "one_value" }
            : { kind: "defined", kappa: expect.closeTo(expected, 10) },
        );
      }
      expect(seen.size).toBe(found.length);
      const meeting = RATERS.flatMap((_, a) =>
        RATERS.flatMap((_, b) =>
          a < b && rows.some((row) => row[a] !== null && row[b] !== null) ? [[a, b]] : [],
        ),
      );
      expect(found).toHaveLength(meeting.length);
    }),
  );
});

test("raters that share no unit make no pair, and of two ratings by one rater the last counts", () => {
  const units: Rating<string>[][] = [
    [
      { rater: "ada", value: "x" },
      { rater: "ben", value: "x" },
      { rater: "ada", value: "y" },
    ],
    [
      { rater: "ben", value: "y" },
      { rater: "ada", value: "x" },
    ],
    [{ rater: "cy", value: "x" }],
  ];
  expect(pairwiseKappa(units)).toEqual([
    { a: "ada", b: "ben", shared: 2, kappa: { kind: "defined", kappa: -1 } },
  ]);
});

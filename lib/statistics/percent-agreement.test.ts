import fc from "fast-check";
import { expect, test } from "vitest";
import { percentAgreement } from "./percent-agreement.ts";

const units = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }), { maxLength: 10 });

test("it is the mean, over units with two values or more, of the share of pairs that agree", () => {
  fc.assert(
    fc.property(units, (rated) => {
      const shares = rated.flatMap((values) => {
        const pairs = values.flatMap((one, at) => values.slice(at + 1).map((other) => one === other));
        return pairs.length === 0 ? [] : [pairs.filter(Boolean).length / pairs.length];
      });
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      expect(percentAgreement(rated)).toEqual(
        shares.length === 0
          ? { kind: "undefined", reason: "no_pairs" }
          : { kind: "defined", agreement: expect.closeTo(mean, 12), units: shares.length },
      );
    }),
  );
});

test("each unit weighs the same, however many rated it", () => {
  expect(percentAgreement([["a", "a", "b"], ["a", "a"], ["c"]])).toEqual({
    kind: "defined",
    agreement: (1 / 3 + 1) / 2,
    units: 2,
  });
});

// Fleiss 1971 counts P̄ so; the example of Wikipedia's article on Fleiss' kappa prints P̄ = 0.378.
test("ten subjects rated by fourteen raters agree as published", () => {
  const counts =
    "0 0 0 0 14,0 2 6 4 2,0 0 3 5 6,0 3 9 2 0,2 2 8 1 1,7 7 0 0 0,3 2 6 3 0,2 5 3 2 2,6 5 2 1 0,0 2 2 3 7";
  const rated = counts
    .split(",")
    .map((row) =>
      row.split(" ").flatMap((count, value) => Array.from({ length: Number(count) }, () => value)),
    );
  expect(percentAgreement(rated)).toMatchObject({ agreement: expect.closeTo(0.378022, 6), units: 10 });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fleissKappa } from "./fleiss-kappa.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { seeded } from "./seeded.ts";

const CATEGORIES = 4;

function countsOf(units: readonly (readonly number[])[]): number[][] {
  return units.map((values) =>
    Array.from({ length: CATEGORIES }, (_, category) => values.filter((value) => value === category).length),
  );
}

const rated = fc
  .integer({ min: 2, max: 6 })
  .chain((raters) =>
    fc.array(
      fc.array(fc.integer({ min: 0, max: CATEGORIES - 1 }), { minLength: raters, maxLength: raters }),
      { minLength: 1, maxLength: 12 },
    ),
  );

test("it is at most 1, 1 exactly where all agree and vary, and doesn't depend on order or names", () => {
  fc.assert(
    fc.property(rated, (units) => {
      const found = fleissKappa(countsOf(units));
      if (found.kind === "undefined") {
        expect(found.reason).toBe("one_value");
        expect(new Set(units.flat()).size).toBe(1);
        return;
      }
      const agree = units.every((values) => new Set(values).size === 1);
      expect(found.kappa).toBeLessThanOrEqual(1);
      expect(found.kappa > 1 - 1e-9).toBe(agree);
      const renamed = units.map((values) => values.map((value) => CATEGORIES - 1 - value)).toReversed();
      expect(fleissKappa(countsOf(renamed))).toEqual({ ...found, kappa: expect.closeTo(found.kappa, 10) });
    }),
  );
});

test("it takes chance off the percentage that agrees, and nears nominal alpha, which corrects for few values", () => {
  fc.assert(
    fc.property(rated, (units) => {
      const kappa = fleissKappa(countsOf(units));
      const alpha = krippendorffAlpha(units, "nominal");
      const agreement = percentAgreement(units);
      if (kappa.kind !== "defined" || alpha.kind !== "defined" || agreement.kind !== "defined") return;
      // Krippendorff's expected disagreement is Fleiss' times n / (n − 1).
      expect(1 - alpha.alpha).toBeCloseTo((1 - kappa.kappa) * (1 - 1 / alpha.pairable), 10);
      const values = units.flat();
      const chance = Array.from({ length: CATEGORIES }, (_, category) => category)
        .map((category) => (values.filter((value) => value === category).length / values.length) ** 2)
        .reduce((sum, square) => sum + square, 0);
      expect(agreement.agreement).toBeCloseTo(chance + kappa.kappa * (1 - chance), 10);
    }),
  );
});

test("unequal numbers of raters, fewer than two, or one category throughout leave it undefined", () => {
  expect(
    fleissKappa([
      [2, 1],
      [1, 1],
    ]),
  ).toEqual({ kind: "undefined", reason: "unequal_raters" });
  expect(fleissKappa([])).toEqual({ kind: "undefined", reason: "no_pairs" });
  expect(
    fleissKappa([
      [1, 0],
      [0, 1],
    ]),
  ).toEqual({ kind: "undefined", reason: "no_pairs" });
  expect(
    fleissKappa([
      [0, 3],
      [0, 3],
    ]),
  ).toEqual({ kind: "undefined", reason: "one_value" });
});

test("a count that can't be one is refused", () => {
  expect(() => fleissKappa([[1.5, 0.5]])).toThrow(RangeError);
  expect(() => fleissKappa([[-1, 3]])).toThrow(RangeError);
});

// The example of Wikipedia's article on Fleiss' kappa, 0.210 there; further digits by statsmodels 0.15.0 from PyPI.
test("ten subjects rated by fourteen raters into five categories come out as published", () => {
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2],
    [2, 2, 8, 1, 1],
    [7, 7],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  expect(fleissKappa(counts)).toEqual({
    kind: "defined",
    kappa: expect.closeTo(0.2099307044, 9),
    raters: 14,
    units: 10,
  });
});

test("statsmodels 0.15.0 from PyPI gives the same for 30 random units of six ratings", () => {
  const random = seeded(11);
  const counts = Array.from({ length: 30 }, () => {
    const truth = Math.floor(random() * CATEGORIES);
    const row = Array.from({ length: CATEGORIES }, () => 0);
    for (let rater = 0; rater < 6; rater += 1) {
      const given = random() < 0.5 ? truth : Math.floor(random() * CATEGORIES);
      row[given] = (row[given] ?? 0) + 1;
    }
    return row;
  });
  expect(fleissKappa(counts)).toMatchObject({ kappa: expect.closeTo(0.1979536265, 9) });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { krippendorffAlpha, type Metric } from "./krippendorff-alpha.ts";
import { seeded } from "./seeded.ts";

const METRICS = ["nominal", "ordinal", "interval"] as const;
const metric = fc.constantFrom(...METRICS);
const unitsOf = (value: fc.Arbitrary<number>) =>
  fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 12 });
const units = unitsOf(fc.integer({ min: -3, max: 3 }));

function alphaOf(rated: readonly (readonly number[])[], by: Metric): number | null {
  const found = krippendorffAlpha(rated, by);
  return found.kind === "defined" ? found.alpha : null;
}

/** Section C to E of the paper as written: coincidences of all values with all, and the metrics' sums of ranks. */
function byCoincidences(rated: readonly (readonly number[])[], by: Metric): number | null {
  const domain = Array.from(new Set(rated.flat())).toSorted((one, other) => one - other);
  const coincidences = new Map<string, number>();
  for (const values of rated.filter(({ length }) => length >= 2)) {
    for (const [at, c] of values.entries()) {
      for (const [other, k] of values.entries()) {
        const key = `${c} ${k}`;
        if (at !== other) coincidences.set(key, (coincidences.get(key) ?? 0) + 1 / (values.length - 1));
      }
    }
  }
  const together = (c: number, k: number) => coincidences.get(`${c} ${k}`) ?? 0;
  const margin = (c: number) => domain.reduce((sum, k) => sum + together(c, k), 0);
  const apart = (c: number, k: number) => {
    if (by === "nominal") return c === k ? 0 : 1;
    if (by === "interval") return (c - k) ** 2;
    const [low, high] = [Math.min(c, k), Math.max(c, k)];
    const between = domain.filter((g) => low <= g && g <= high).reduce((sum, g) => sum + margin(g), 0);
    return (between - (margin(c) + margin(k)) / 2) ** 2;
  };
  const sum = (weight: (c: number, k: number) => number) =>
    domain.reduce((all, c) => domain.reduce((row, k) => row + weight(c, k) * apart(c, k), all), 0);
  const n = domain.reduce((all, c) => all + margin(c), 0);
  const expected = sum((c, k) => margin(c) * margin(k)) / (n - 1);
  return expected > 0 ? 1 - sum(together) / expected : null;
}

describe("alpha", () => {
  test("is what the matrix of coincidences gives, by each metric", () => {
    fc.assert(
      fc.property(units, metric, (rated, by) => {
        const slow = byCoincidences(rated, by);
        expect(alphaOf(rated, by)).toEqual(slow === null ? null : expect.closeTo(slow, 9));
      }),
    );
  });

  test("doesn't depend on the order of units or values, nor on units with fewer than two", () => {
    fc.assert(
      fc.property(units, metric, (rated, by) => {
        const turned = [[2], ...rated.map((values) => values.toReversed()).toReversed(), []];
        const alpha = alphaOf(rated, by);
        expect(alphaOf(turned, by)).toEqual(alpha === null ? null : expect.closeTo(alpha, 10));
      }),
    );
  });

  test("keeps its value under new names if nominal, a growing function if ordinal, a linear one if interval", () => {
    fc.assert(
      fc.property(units, (rated) => {
        const each = (change: (value: number) => number) => rated.map((values) => values.map(change));
        const same = (alpha: number | null) => (alpha === null ? null : expect.closeTo(alpha, 9));
        const named = krippendorffAlpha(
          rated.map((values) => values.map((value) => `v${(value * 3 + 21) % 7}`)),
          "nominal",
        );
        expect(named.kind === "defined" ? named.alpha : null).toEqual(same(alphaOf(rated, "nominal")));
        expect(alphaOf(each(Math.exp), "ordinal")).toEqual(same(alphaOf(rated, "ordinal")));
        expect(
          alphaOf(
            each((value) => 50 - 7 * value),
            "interval",
          ),
        ).toEqual(same(alphaOf(rated, "interval")));
      }),
    );
  });

  test("is 1 exactly where all units agree and the values vary, and less where one doesn't", () => {
    const constant = fc
      .tuple(fc.double({ noNaN: true, min: -1000, max: 1000 }), fc.integer({ min: 2, max: 6 }))
      .map(([value, raters]) => Array.from({ length: raters }, () => value));
    fc.assert(
      fc.property(fc.array(constant, { minLength: 2, maxLength: 9 }), metric, (rated, by) => {
        fc.pre(new Set(rated.flat()).size > 1);
        expect(alphaOf(rated, by)).toBe(1);
        expect(alphaOf([...rated, Array.from(new Set(rated.flat()))], by)).toBeLessThan(1);
      }),
    );
  });

  test("of two different values is the same by all metrics", () => {
    fc.assert(
      fc.property(unitsOf(fc.constantFrom(3, 10)), (rated) => {
        const alpha = alphaOf(rated, "nominal");
        for (const by of METRICS) {
          expect(alphaOf(rated, by)).toEqual(alpha === null ? null : expect.closeTo(alpha, 10));
        }
      }),
    );
  });

  test("is never NaN: it is at most 1, or says why it is undefined", () => {
    const wide = fc.double({ noNaN: true, noDefaultInfinity: true, min: -8e307, max: 8e307 });
    fc.assert(
      fc.property(fc.oneof(units, unitsOf(wide)), metric, (rated, by) => {
        const found = krippendorffAlpha(rated, by);
        const paired = rated.filter((values) => values.length >= 2);
        const reason = paired.length === 0 ? "no_pairs" : "one_value";
        if (found.kind === "undefined") {
          expect(found.reason).toBe(reason);
          expect(new Set(paired.flat()).size).toBeLessThan(2);
          return;
        }
        expect(found.alpha).toBeLessThanOrEqual(1);
        expect(found).toMatchObject({ pairable: paired.flat().length, units: paired.length });
      }),
    );
  });
});

test("without two values in any unit, or with one value throughout, it is undefined and says why", () => {
  expect(krippendorffAlpha([], "interval")).toEqual({ kind: "undefined", reason: "no_pairs" });
  expect(krippendorffAlpha([[1], [2], []], "nominal")).toEqual({ kind: "undefined", reason: "no_pairs" });
  for (const by of METRICS) {
    expect(krippendorffAlpha([[4, 4], [4, 4, 4], [5]], by)).toEqual({
      kind: "undefined",
      reason: "one_value",
    });
  }
});

test("what has no place in an order is refused", () => {
  for (const by of ["ordinal", "interval"] as const) {
    expect(() => krippendorffAlpha([[1, Number.NaN]], by)).toThrow(RangeError);
    expect(() => krippendorffAlpha([[Number.POSITIVE_INFINITY, 2]], by)).toThrow(RangeError);
  }
  expect(() => krippendorffAlpha([[-1e308, 1e308]], "interval")).toThrow(RangeError);
});

// Visiting pairs would take 40,000 million steps, far beyond the test's time.
test("a unit of 200,000 values, nearly all different, is done at once", () => {
  const many = Array.from({ length: 200_000 }, (_, at) => at % 199_999);
  for (const by of METRICS) {
    // One unit's own disagreement is all that could be expected.
    expect(alphaOf([many], by)).toBeCloseTo(0, 9);
  }
});

const _ = null;
const FOUR_OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];

function byUnit<Value>(observers: readonly (readonly (Value | null)[])[]): Value[][] {
  return (observers[0] ?? []).map((_value, unit) =>
    observers.flatMap((row) => {
      const value = row[unit];
      return value === null || value === undefined ? [] : [value];
    }),
  );
}

// The paper prints 0.743, 0.815 and 0.849; further digits by krippendorff 0.9.0 from PyPI.
test("Krippendorff 2011, C and D: four observers of twelve units with values missing", () => {
  const rated = byUnit(FOUR_OBSERVERS);
  expect(krippendorffAlpha(rated, "nominal")).toEqual({
    kind: "defined",
    alpha: expect.closeTo(0.743421052631579, 12),
    pairable: 40,
    units: 11,
  });
  expect(alphaOf(rated, "ordinal")).toBeCloseTo(0.8153875037548814, 12);
  expect(alphaOf(rated, "interval")).toBeCloseTo(0.8491071428571428, 12);
});

test("Krippendorff 2011, A: two observers of ten units with two values, 0.095", () => {
  const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
  const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
  expect(alphaOf(byUnit([meg, owen]), "nominal")).toBeCloseTo(2 / 21, 12);
});

test("Krippendorff 2011, B: two observers of twelve units with five names, 0.692", () => {
  const found = krippendorffAlpha(byUnit([[..."aabbdcccedda"], [..."babbbccceddd"]]), "nominal");
  expect(found).toMatchObject({ alpha: expect.closeTo(0.6919642857142858, 12), pairable: 24, units: 12 });
});

function noisy(seed: number): number[][] {
  const random = seeded(seed);
  const domain = [1, 2, 4, 7, 11];
  const drawn = () => domain[Math.floor(random() * domain.length)] ?? 0;
  return Array.from({ length: 40 }, () => {
    const truth = drawn();
    return Array.from({ length: 5 }, () => random() < 0.35 || [random() < 0.6 ? truth : drawn()])
      .filter((given) => given !== true)
      .flat();
  });
}

test.each([
  [7, 0.3437125749, 0.5536613811, 0.5273963248],
  [2024, 0.2202158572, 0.3215055007, 0.3456290759],
])(
  "krippendorff 0.9.0 from PyPI gives the same for random ratings with a third missing, seed %i",
  (seed, ...expected) => {
    METRICS.forEach((by, at) => {
      expect(alphaOf(noisy(seed), by)).toBeCloseTo(expected[at] ?? Number.NaN, 9);
    });
  },
);

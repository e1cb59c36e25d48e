import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dawidSkene, type Label } from "./dawid-skene.ts";
import { seeded } from "./seeded.ts";
import { weightedConsensus } from "./weighted-consensus.ts";

const COUNTS = { units: 8, raters: 4, values: 3 };
const labels: fc.Arbitrary<Label[]> = fc.array(
  fc.record({
    unit: fc.nat({ max: COUNTS.units - 1 }),
    rater: fc.nat({ max: COUNTS.raters - 1 }),
    value: fc.nat({ max: COUNTS.values - 1 }),
  }),
  { maxLength: 40 },
);
const smoothing = fc.constantFrom(0, 0.1, 1);

describe("expectation maximisation", () => {
  test("never lowers the posterior, which without smoothing is the likelihood", () => {
    fc.assert(
      fc.property(labels, smoothing, (given, smoothing) => {
        let before = Number.NEGATIVE_INFINITY;
        for (let iterations = 1; iterations <= 12; iterations += 1) {
          const { logPosterior } = dawidSkene(given, COUNTS, { smoothing, iterations, tolerance: 0 });
          expect(logPosterior).toBeGreaterThanOrEqual(before - 1e-9);
          before = logPosterior;
        }
      }),
    );
  });

  test("gives probabilities that sum to 1, and none for a unit without labels", () => {
    fc.assert(
      fc.property(labels, smoothing, (given, smoothing) => {
        const found = dawidSkene(given, COUNTS, { smoothing, iterations: 50 });
        const rows = [found.prior, ...found.raters.flatMap(({ confusion }) => confusion)];
        for (const row of [...rows, ...found.posteriors.filter((one) => one !== null)]) {
          expect(row).toHaveLength(COUNTS.values);
          expect(row.every((probability) => probability >= 0)).toBe(true);
          expect(row.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 10);
        }
        found.posteriors.forEach((posterior, unit) => {
          expect(posterior === null).toBe(given.every((label) => label.unit !== unit));
        });
        found.raters.forEach(({ reliability, labels: count, shared }, rater) => {
          const own = given.filter((label) => label.rater === rater);
          const overlapping = own.filter(({ unit }) =>
            given.some((label) => label.unit === unit && label.rater !== rater),
          );
          expect(count).toBe(own.length);
          expect(shared).toBe(overlapping.length);
          expect(reliability === null).toBe(shared === 0);
        });
      }),
    );
  });

  test("doesn't depend on the order of labels, nor on which number a unit, rater or value has", () => {
    fc.assert(
      fc.property(labels, (given) => {
        const turned = given.toReversed().map(({ unit, rater, value }) => ({
          unit: COUNTS.units - 1 - unit,
          rater: COUNTS.raters - 1 - rater,
          value: COUNTS.values - 1 - value,
        }));
        const [one, other] = [given, turned].map((some) => dawidSkene(some, COUNTS, { iterations: 5 }));
        one?.posteriors.forEach((posterior, unit) => {
          const mirrored = other?.posteriors[COUNTS.units - 1 - unit]?.toReversed() ?? null;
          expect(mirrored).toEqual(posterior?.map((probability) => expect.closeTo(probability, 6)) ?? null);
        });
      }),
    );
  });

  test("returns the labels of perfect raters, and finds them perfect", () => {
    const truths = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(truths, fc.integer({ min: 2, max: 4 }), (truth, raters) => {
        const given = truth.flatMap((value, unit) =>
          Array.from({ length: raters }, (_, rater) => ({ unit, rater, value })),
        );
        const counts = { units: truth.length, raters, values: 4 };
        const smoothed = dawidSkene(given, counts);
        const plain = dawidSkene(given, counts, { smoothing: 0 });
        truth.forEach((value, unit) => {
          expect(weightedConsensus(smoothed.posteriors[unit] ?? null)).toMatchObject({ kind: "one", value });
          expect(plain.posteriors[unit]?.[value]).toBe(1);
        });
        for (const { reliability } of plain.raters) expect(reliability).toBeCloseTo(1, 10);
        expect([smoothed.converged, plain.converged]).toEqual([true, true]);
      }),
    );
  });
});

test("labels that stand alone are believed, whoever gives them and however rare they are", () => {
  const alone = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(alone, (given) => {
      const found = dawidSkene(
        given.map(([rater, value], unit) => ({ unit, rater, value })),
        { units: given.length, raters: 4, values: 3 },
      );
      given.forEach(([, value], unit) => {
        expect(weightedConsensus(found.posteriors[unit] ?? null)).toMatchObject({ kind: "one", value });
      });
    }),
  );
});

test("one reliable rater outweighs two careless ones, where a majority would follow those", () => {
  const random = seeded(6);
  const skills = [0.97, 0.97, 0.45, 0.45, 0.45];
  const truth = Array.from({ length: 400 }, () => Math.floor(random() * 3));
  const given = truth.flatMap((value, unit) =>
    skills.map((skill, rater) => ({
      unit,
      rater,
      value: random() < skill ? value : (value + 1 + Math.floor(random() * 2)) % 3,
    })),
  );
  // The careless three agree on a wrong value, against the reliable two.
  const contested = skills.map((_, rater) => ({ unit: 400, rater, value: rater < 2 ? 0 : 1 }));
  const found = dawidSkene([...given, ...contested], { units: 401, raters: 5, values: 3 });
  expect(weightedConsensus(found.posteriors[400] ?? null)).toMatchObject({ kind: "one", value: 0 });
  found.raters.forEach(({ reliability }, rater) => {
    expect(Math.abs((reliability ?? 0) - (skills[rater] ?? 0))).toBeLessThan(0.06);
  });
});

test("no labels at all leave the prior even, and a place beyond the counts is refused", () => {
  const empty = dawidSkene([], { units: 1, raters: 1, values: 2 }, { smoothing: 0 });
  expect(empty).toMatchObject({ posteriors: [null], prior: [0.5, 0.5], converged: true });
  expect(empty.raters).toEqual([
    {
      confusion: [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      reliability: null,
      labels: 0,
      shared: 0,
    },
  ]);
  for (const label of [{ unit: 1 }, { rater: -1 }, { value: 0.5 }]) {
    const given = [{ unit: 0, rater: 0, value: 0, ...label }];
    expect(() => dawidSkene(given, { units: 1, raters: 1, values: 2 })).toThrow(RangeError);
  }
  expect(() => dawidSkene([], COUNTS, { smoothing: -1 })).toThrow(RangeError);
});

/** Table 1: for each of 45 patients, three classifications by observer 1 and one by each of observers 2 to 5. */
const PATIENTS =
  `1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343
  1111111 2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222 1111111
  1111111 2322222 1111111 1111111 1121121 1111111 3333233 1111111 2222222 2223232 4334343 2212232 2323233
  3333432 1111111 1111111 1212111 2322222 1211111 2222222`.split(/\s+/);
const OBSERVERS = [0, 0, 0, 1, 2, 3, 4];

// Tables 2 to 4 print two decimals; further ones by crowd-kit 1.4.2 from PyPI, its early stop taken out.
test("Dawid & Skene 1979: five anaesthetists' error rates and 45 patients' classes come out as published", () => {
  const given = PATIENTS.flatMap((row, unit) =>
    OBSERVERS.map((rater, at) => ({ unit, rater, value: Number(row[at]) - 1 })),
  );
  const found = dawidSkene(given, { units: 45, raters: 5, values: 4 }, { smoothing: 0, tolerance: 1e-12 });
  const near = (row: readonly number[]) => row.map((one) => expect.closeTo(one, 6));
  expect(found.converged).toBe(true);
  expect(found.logPosterior).toBeCloseTo(-192.890881, 5);
  expect(found.prior.map((share) => share.toFixed(2))).toEqual(["0.40", "0.42", "0.11", "0.07"]);
  expect(found.prior).toEqual(near([0.39955475, 0.42198339, 0.11179519, 0.06666667]));
  expect(found.raters[0]?.confusion.map((row) => row.map((one) => Number(one.toFixed(2))))).toEqual([
    [0.89, 0.11, 0, 0],
    [0.07, 0.88, 0.05, 0],
    [0, 0.34, 0.66, 0],
    [0, 0, 0.56, 0.44],
  ]);
  expect(found.raters.map(({ confusion }) => confusion[1])).toEqual([
    near([0.070585, 0.87638, 0.053035, 0]),
    near([0.052707, 0.632946, 0.314347, 0]),
    near([0.106378, 0.788299, 0.105323, 0]),
    near([0.053672, 0.842627, 0.103702, 0]),
    near([0.159039, 0.73452, 0.10644, 0]),
  ]);
  // All labelled all, so the expected accuracy is also the diagonal weighed by the prior.
  expect(found.raters.map(({ reliability }) => reliability)).toEqual(
    near([0.828763, 0.778869, 0.776648, 0.866943, 0.842372]),
  );
  const most = found.posteriors.slice(0, 6).map((posterior) => posterior?.indexOf(Math.max(...posterior)));
  expect(most).toEqual([0, 3, 1, 1, 1, 1]);
  expect(found.posteriors[29]).toEqual(near([0.999146, 0.000854, 0, 0]));
  expect(found.posteriors[37]).toEqual(near([0, 0.0212, 0.9788, 0]));
});

// Units 41 and 70 have one label each, which the fit leaves out: crowd-kit was given the other 285.
test("crowd-kit 1.4.2 from PyPI gives the same for random labels of 80 units by five raters", () => {
  const random = seeded(21);
  const given: Label[] = [];
  for (let unit = 0; unit < 80; unit += 1) {
    const truth = Math.floor(random() * 3);
    for (const [rater, skill] of [0.9, 0.75, 0.6, 0.5, 0.8].entries()) {
      if (random() < 0.3) continue;
      given.push({ unit, rater, value: random() < skill ? truth : Math.floor(random() * 3) });
    }
  }
  const found = dawidSkene(given, { units: 80, raters: 5, values: 3 }, { smoothing: 0, tolerance: 1e-12 });
  const near = (row: readonly number[]) => row.map((one) => expect.closeTo(one, 6));
  expect(given).toHaveLength(287);
  expect(found.prior).toEqual(near([0.32270243, 0.34515412, 0.33214345]));
  expect(found.raters[1]?.confusion).toEqual([
    near([0.68582091, 0.24861625, 0.06556284]),
    near([0, 0.94536954, 0.05463046]),
    near([0.173276, 0, 0.826724]),
  ]);
  expect(found.raters[3]?.confusion).toEqual([
    near([0.59445231, 0.3015559, 0.10399179]),
    near([0.05036339, 0.8056047, 0.14403191]),
    near([0.20588346, 0.15524941, 0.63886713]),
  ]);
  expect(found.posteriors[5]).toEqual(near([0.99362842, 0, 0.00637158]));
});

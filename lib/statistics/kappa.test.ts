import fc from "fast-check";
import { expect, test } from "vitest";
import { cohenKappa } from "./kappa.ts";
import { seeded } from "./seeded.ts";

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
  minLength: 1,
  maxLength: 40,
});

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

test("it is at most 1, the same with raters exchanged, and 1 exactly where all agree and vary", () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom("none" as const, "quadratic" as const), (rated, weights) => {
      const kappa = cohenKappa(rated, weights);
      const swapped = cohenKappa(
        rated.map(([a, b]) => [b, a] as const),
        weights,
      );
      if (kappa === null || swapped === null) {
        expect(kappa).toBe(swapped);
        expect(new Set(rated.flat()).size).toBe(1);
        return;
      }
      expect(kappa).toBeLessThanOrEqual(1);
      expect(kappa).toBeCloseTo(swapped, 10);
      expect(kappa === 1).toBe(rated.every(([a, b]) => a === b));
    }),
  );
});

// The example of grant proposals in Wikipedia's article on Cohen's kappa: 20 both yes, 5 + 10 mixed, 15 both no.
test("a worked example of two readers comes out", () => {
  const read = [
    ...times(20, ["yes", "yes"] as const),
    ...times(5, ["yes", "no"] as const),
    ...times(10, ["no", "yes"] as const),
    ...times(15, ["no", "no"] as const),
  ];
  expect(cohenKappa(read)).toBeCloseTo(0.4, 10);
});

test("with quadratic weights, near misses count less than far ones", () => {
  const near = [...times(8, [5, 5] as const), [5, 6] as const, [6, 5] as const, [1, 1] as const];
  const far = [...times(8, [5, 5] as const), [5, 10] as const, [10, 5] as const, [1, 1] as const];
  expect(cohenKappa(near, "quadratic") ?? 0).toBeGreaterThan(cohenKappa(far, "quadratic") ?? 1);
});

test("statsmodels 0.15.0 from PyPI gives the same for 60 random pairs, plain and with quadratic weights", () => {
  const random = seeded(5);
  const drawn = () => Math.floor(random() * 4);
  const rated = Array.from({ length: 60 }, () => {
    const truth = drawn();
    return [random() < 0.7 ? truth : drawn(), random() < 0.6 ? truth : drawn()] as const;
  });
  expect(cohenKappa(rated)).toBeCloseTo(0.5488721805, 9);
  expect(cohenKappa(rated, "quadratic")).toBeCloseTo(0.5880398671, 9);
});

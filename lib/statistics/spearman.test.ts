import fc from "fast-check";
import { expect, test } from "vitest";
import { pearson, spearman } from "./spearman.ts";

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 });

test("any growing function leaves it as it is, and a falling one turns it around", () => {
  fc.assert(
    fc.property(values, fc.integer(), (a, salt) => {
      const b = a.map((value, at) => ((value * 7 + at * salt) % 13) + at);
      const rho = spearman(a, b);
      const cubed = spearman(
        a.map((value) => value ** 3),
        b,
      );
      const turned = spearman(
        a.map((value) => -value),
        b,
      );
      expect(cubed).toEqual(rho === null ? null : expect.closeTo(rho, 10));
      expect(turned).toEqual(rho === null ? null : expect.closeTo(-rho, 10));
    }),
  );
});

test("what doesn't vary correlates with nothing", () => {
  expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(pearson([1], [2])).toBeNull();
});

// The example of IQ and hours of television in Wikipedia's article on Spearman's coefficient.
test("a worked example comes out", () => {
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 10);
});

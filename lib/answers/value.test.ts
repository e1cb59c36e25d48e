import fc from "fast-check";
import { expect, test } from "vitest";
import { rational } from "./rational.ts";
import { newSteps } from "./steps.ts";
import {
  add,
  approximate,
  asDouble,
  compareValues,
  divide,
  exact,
  multiply,
  negate,
  PI,
  power,
  root,
  type Value,
  whole,
} from "./value.ts";

const steps = newSteps();
const small = fc.integer({ min: 1, max: 10_000 });
const of = (n: number, d = 1): Value => exact(rational(BigInt(n), BigInt(d), steps) ?? { n: 0n, d: 1n });
const known = (value: Value | null): Value => value ?? exact({ n: -999_999n, d: 1n });

test("roots of whole numbers multiply as they must, to within their own error bounds", () => {
  fc.assert(
    fc.property(small, small, (a, b) => {
      const [x, y] = [known(root(of(a), 2, steps)), known(root(of(b), 2, steps))];
      expect(compareValues(known(multiply(x, y, steps)), known(root(of(a * b), 2, steps)))).toBe("equal");
      expect(compareValues(known(divide(x, y, steps)), known(root(of(a, b), 2, steps)))).toBe("equal");
      expect(compareValues(known(power(x, whole(2n), steps)), of(a))).toBe("equal");
    }),
  );
});

test("numbers that differ are never called equal", () => {
  fc.assert(
    fc.property(small, small, (a, b) => {
      fc.pre(a !== b);
      expect(compareValues(known(root(of(a), 3, steps)), known(root(of(b), 3, steps)))).toBe("different");
      expect(compareValues(of(a), of(b))).toBe("different");
    }),
  );
});

test("what cancels to nothing is unclear, not equal", () => {
  const huge = known(root(exact({ n: 10n ** 32n + 1n, d: 1n }), 2, steps));
  const gap = known(add(huge, negate(whole(10n ** 16n)), steps));
  expect(compareValues(gap, whole(0n))).toBe("unclear");
});

test("rational results of roots and powers stay exact", () => {
  expect(root(of(9, 4), 2, steps)).toEqual(of(3, 2));
  expect(root(of(-27), 3, steps)).toEqual(of(-3));
  expect(power(of(8), of(2, 3), steps)).toEqual(of(4));
  expect(power(of(2, 3), whole(-2n), steps)).toEqual(of(9, 4));
  expect(multiply(PI, whole(0n), steps)).toEqual(whole(0n));
});

test("what is not a real number, or may be a division by zero, is null", () => {
  expect(root(of(-4), 2, steps)).toBeNull();
  expect(power(of(-8), of(1, 2), steps)).toBeNull();
  const nothing = known(add(PI, negate(PI), steps));
  expect(divide(of(1), nothing, steps)).toBeNull();
  expect(divide(of(1), of(0), steps)).toBeNull();
  expect(approximate(Number.POSITIVE_INFINITY, 0)).toBeNull();
});

test("an exact value as a double carries a bound on its rounding", () => {
  const third = asDouble(of(1, 3));
  expect(third?.value).toBeCloseTo(1 / 3, 15);
  expect(third?.error).toBeGreaterThan(0);
  expect(third?.error).toBeLessThan(1e-15);
});

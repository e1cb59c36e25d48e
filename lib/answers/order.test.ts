import fc from "fast-check";
import { expect, test } from "vitest";
import { orderValues } from "./order.ts";
import { rational } from "./rational.ts";
import { newSteps } from "./steps.ts";
import { approximate, exact, type Value } from "./value.ts";

const fraction = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 99 }));

const valueIn = ([n, d]: [number, number]): Value => {
  const found = rational(BigInt(n), BigInt(d), newSteps());
  if (!found) throw new Error(`${n}/${d} is no fraction`);
  return exact(found);
};

test("fractions stand in the order of their quotients", () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      const sign = Math.sign(a[0] * b[1] - b[0] * a[1]);
      expect(orderValues(valueIn(a), valueIn(b), newSteps())).toBe(sign === 0 ? 0 : sign);
    }),
  );
});

test("doubles closer than their errors can't be told apart, others can", () => {
  const near = (value: number): Value => {
    const found = approximate(value, 1e-6);
    if (!found) throw new Error(`${value} is no double`);
    return found;
  };
  expect(orderValues(near(1), near(1.000001), newSteps())).toBeNull();
  expect(orderValues(near(1), near(2), newSteps())).toBe(-1);
  expect(orderValues(near(2), valueIn([1, 1]), newSteps())).toBe(1);
  expect(orderValues(near(1), near(1), newSteps())).toBe(0);
});

test("nothing is told once the steps are used up", () => {
  expect(orderValues(valueIn([1, 1]), valueIn([2, 1]), newSteps(5))).toBeNull();
});

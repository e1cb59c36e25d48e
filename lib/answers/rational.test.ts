import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addRationals,
  bitLength,
  divideRationals,
  integer,
  isTerminating,
  MAX_DIGITS,
  multiplyRationals,
  powerOfRational,
  type Rational,
  rational,
  rootOfRational,
  toDouble,
} from "./rational.ts";
import { newSteps } from "./steps.ts";

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([n, d]): Rational => rational(n, d, newSteps()) ?? integer(0n));

test("fractions are in lowest terms with a positive denominator", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), fc.bigInt({ min: 1n, max: 1000n }), (n, d, k) => {
      fc.pre(d !== 0n);
      expect(rational(n * k, d * k, newSteps())).toEqual(rational(n, d, newSteps()));
      expect(rational(n, d, newSteps())?.d).toBeGreaterThan(0n);
    }),
  );
});

test("sum and product commute, and dividing undoes multiplying", () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      const steps = newSteps();
      expect(addRationals(a, b, steps)).toEqual(addRationals(b, a, steps));
      const product = multiplyRationals(a, b, steps);
      expect(product).toEqual(multiplyRationals(b, a, steps));
      if (b.n !== 0n && product) expect(divideRationals(product, b, steps)).toEqual(a);
    }),
  );
});

test("a root of a power is the base, and an irrational root is null", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 1, max: 9 }), (base, degree) => {
      const raised = integer(base ** BigInt(degree));
      expect(rootOfRational(raised, degree, newSteps())).toEqual(integer(base));
    }),
  );
  expect(rootOfRational(integer(2n), 2, newSteps())).toBeNull();
  expect(rootOfRational(integer(-4n), 2, newSteps())).toBeNull();
});

test("doubles are correct to two units in the last place, also for huge parts", () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 1200 }), (a, zeros) => {
      const k = 10n ** BigInt(zeros);
      const direct = Number(a.n) / Number(a.d);
      expect(Math.abs(toDouble({ n: a.n * k, d: a.d * k }) - direct)).toBeLessThanOrEqual(
        Math.abs(direct) * 2 ** -51,
      );
    }),
  );
});

test("a fraction terminates exactly when ten to some power clears its denominator", () => {
  fc.assert(
    fc.property(fraction, (a) => {
      expect(isTerminating(a, newSteps())).toBe(10n ** 110n % a.d === 0n);
    }),
  );
});

test("division by zero, zero to the zero, and numbers of too many digits are refused", () => {
  expect(rational(1n, 0n, newSteps())).toBeNull();
  expect(powerOfRational(integer(0n), 0n, newSteps())).toBeNull();
  expect(powerOfRational(integer(0n), -1n, newSteps())).toBeNull();
  expect(powerOfRational(integer(9n), 9n ** 9n, newSteps())).toBeNull();
  expect(rational(10n ** BigInt(MAX_DIGITS + 10), 1n, newSteps())).toBeNull();
  expect(powerOfRational(integer(3n), 2007n, newSteps())).toEqual(integer(3n ** 2007n));
});

test("one to a gigantic power costs nothing", () => {
  expect(powerOfRational(integer(-1n), 10n ** 50n + 1n, newSteps())).toEqual(integer(-1n));
  expect(powerOfRational(integer(-1n), 10n ** 50n, newSteps())).toEqual(integer(1n));
});

test("work on long numbers is counted and stops at the limit", () => {
  const steps = newSteps(1000);
  expect(rational(3n ** 8000n, 7n ** 4000n, steps)).toBeNull();
  expect(steps.taken).toBeLessThan(2000);
});

test("the bit length is that of the magnitude, rounded up to a nibble for long numbers", () => {
  expect([0n, 1n, 2n, 255n, -256n].map(bitLength)).toEqual([0, 1, 2, 8, 9]);
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2n ** 300n }), (n) => {
      const exact = n.toString(2).length;
      expect(bitLength(n)).toBeGreaterThanOrEqual(exact);
      expect(bitLength(n)).toBeLessThan(exact + 4);
    }),
  );
});

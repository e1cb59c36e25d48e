import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addPolynomials,
  atomPolynomial,
  constantOf,
  constantPolynomial,
  contentOf,
  firstTerm,
  giveUp,
  lowered,
  monomial,
  multiplyPolynomials,
  ONE,
  type Polynomial,
  powerOfPolynomial,
  scalePolynomial,
  sharedPowers,
  textOf,
  ZERO,
} from "./polynomial.ts";
import { integer, type Rational } from "./rational.ts";
import { newSteps } from "./steps.ts";

const rational = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1, 2, 3, 7))
  .map(([n, d]): Rational => (n % d === 0 ? integer(BigInt(n / d)) : { n: BigInt(n), d: BigInt(d) }));
const term = fc
  .tuple(rational, fc.nat(3), fc.nat(3))
  .map(([coefficient, x, y]) =>
    multiplyPolynomials(
      constantPolynomial(coefficient),
      multiplyPolynomials(
        powerOfPolynomial(atomPolynomial(0), x, newSteps()),
        powerOfPolynomial(atomPolynomial(1), y, newSteps()),
        newSteps(),
      ),
      newSteps(),
    ),
  );
const polynomial = fc
  .array(term, { maxLength: 5 })
  .map((terms) => terms.reduce((sum, each) => addPolynomials(sum, each, newSteps()), ZERO));

const plus = (a: Polynomial, b: Polynomial) => addPolynomials(a, b, newSteps());
const times = (a: Polynomial, b: Polynomial) => multiplyPolynomials(a, b, newSteps());
const same = (a: Polynomial, b: Polynomial) => expect(textOf(a)).toBe(textOf(b));

test("polynomials are a commutative ring", () => {
  fc.assert(
    fc.property(polynomial, polynomial, polynomial, (a, b, c) => {
      same(plus(a, b), plus(b, a));
      same(times(a, b), times(b, a));
      same(plus(plus(a, b), c), plus(a, plus(b, c)));
      same(times(times(a, b), c), times(a, times(b, c)));
      same(times(a, plus(b, c)), plus(times(a, b), times(a, c)));
      same(times(a, ONE), a);
      expect(plus(a, scalePolynomial(a, integer(-1n), newSteps())).size).toBe(0);
    }),
  );
});

test("a power is a repeated product", () => {
  fc.assert(
    fc.property(polynomial, fc.nat(5), (a, n) => {
      let product = ONE;
      for (let count = 0; count < n; count += 1) product = times(product, a);
      same(powerOfPolynomial(a, n, newSteps()), product);
    }),
  );
});

test("dividing by the content leaves whole coefficients without a common divisor", () => {
  fc.assert(
    fc.property(polynomial, (a) => {
      const content = contentOf(a, newSteps());
      expect(content.n).toBeGreaterThan(0n);
      const rest = scalePolynomial(a, { n: content.d, d: content.n }, newSteps());
      expect([...rest.values()].every(({ coefficient }) => coefficient.d === 1n)).toBe(true);
      if (rest.size > 0) expect(contentOf(rest, newSteps())).toEqual(integer(1n));
    }),
  );
});

test("shared powers come out, and what is left shares none", () => {
  fc.assert(
    fc.property(polynomial, fc.nat(3), fc.nat(3), (a, x, y) => {
      const by = monomial(
        (
          [
            [0, x],
            [1, y],
          ] as const
        ).filter(([, exponent]) => exponent > 0),
        integer(1n),
      );
      const product = times(a, by);
      const shared = sharedPowers([...product.values()]);
      const rest = lowered(product, shared);
      expect(sharedPowers([...rest.values()]).size).toBe(0);
      if (a.size > 0) expect(shared.get(0) ?? 0).toBeGreaterThanOrEqual(x);
      same(times(rest, monomial([...shared], integer(1n))), product);
    }),
  );
});

test("the first term and the constant are read off", () => {
  expect(firstTerm(ZERO)).toBeNull();
  expect(firstTerm(plus(atomPolynomial(1), atomPolynomial(0)))?.powers).toEqual([[0, 1]]);
  expect(constantOf(ZERO)).toEqual(integer(0n));
  expect(constantOf(constantPolynomial({ n: 2n, d: 3n }))).toEqual({ n: 2n, d: 3n });
  expect(constantOf(atomPolynomial(0))).toBeNull();
});

test("what is too large uses the steps up", () => {
  const sum = plus(atomPolynomial(0), ONE);
  for (const exponent of [201, 2_000_000]) {
    const steps = newSteps(1e6);
    powerOfPolynomial(sum, exponent, steps);
    expect(steps.taken).toBe(Number.POSITIVE_INFINITY);
  }
  const steps = newSteps(100);
  powerOfPolynomial(sum, 50, steps);
  expect(steps.taken).toBeGreaterThan(100);
  const given = newSteps();
  giveUp(given);
  expect(given.taken).toBe(Number.POSITIVE_INFINITY);
});

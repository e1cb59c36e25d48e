import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  areEqual,
  atom,
  type Field,
  type Fraction,
  fromInteger,
  fromRational,
  imaginaryUnit,
  multiply,
  negate,
  newField,
  power,
} from "./field.ts";
import { absolute, primeFactors, root } from "./field-roots.ts";
import { newSteps } from "./steps.ts";

const fieldOf = (): Field => newField(newSteps());

const same = (field: Field, a: Fraction | null, b: Fraction | null): boolean =>
  a !== null && b !== null && areEqual(field, a, b);

const positive = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }))
  .map(([n, d]) => ({ n: BigInt(n), d: BigInt(d) }));

test("prime factors multiply to the number", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (value) => {
      let product = 1n;
      for (const [prime, times] of primeFactors(fieldOf(), value) ?? []) product *= prime ** BigInt(times);
      expect(product).toBe(value);
    }),
  );
  expect(primeFactors(fieldOf(), 1n << 3000n)).toBeNull();
});

test("the root of a number, to its degree, is the number; roots of a product are products of roots", () => {
  fc.assert(
    fc.property(positive, positive, fc.integer({ min: 2, max: 5 }), (a, b, degree) => {
      const field = fieldOf();
      const [x, y] = [root(field, fromRational(a), degree), root(field, fromRational(b), degree)];
      if (!x || !y) throw new Error("a positive number has a root");
      expect(same(field, power(field, x, degree), fromRational(a))).toBe(true);
      const product = root(field, multiply(field, fromRational(a), fromRational(b)), degree);
      expect(same(field, product, multiply(field, x, y))).toBe(true);
    }),
  );
});

test("negative numbers: real roots of odd degree, i times a square root, no others", () => {
  const field = fieldOf();
  expect(same(field, root(field, fromInteger(-8), 3), fromInteger(-2))).toBe(true);
  expect(
    same(field, root(field, fromInteger(-9), 2), multiply(field, fromInteger(3), imaginaryUnit(field))),
  ).toBe(true);
  expect(root(field, fromInteger(-16), 4)).toBeNull();
});

test("squares come out of a root as absolute values", () => {
  const field = fieldOf();
  const [x, y] = [atom(field, "x"), atom(field, "y")];
  const square = multiply(field, x, x);
  const size = absolute(field, x);
  expect(same(field, root(field, square, 2), size)).toBe(true);
  expect(same(field, root(field, square, 2), x)).toBe(false);
  const inside = multiply(field, fromInteger(12), multiply(field, square, y));
  const [three, rooted] = [root(field, fromInteger(12), 2), root(field, y, 2)];
  expect(
    three &&
      size &&
      rooted &&
      same(field, root(field, inside, 2), multiply(field, three, multiply(field, size, rooted))),
  ).toBe(true);
  const cube = multiply(field, square, x);
  expect(same(field, root(field, cube, 3), x)).toBe(true);
});

test("the root of a quotient is over the size of the bottom", () => {
  const field = fieldOf();
  const [x, y] = [atom(field, "x"), atom(field, "y")];
  const found = root(field, { top: x.top, bottom: y.top }, 2);
  const squared = found && power(field, found, 2);
  expect(same(field, squared, { top: x.top, bottom: y.top })).toBe(true);
});

test("absolute values don't depend on the sign, and their squares are squares", () => {
  const field = fieldOf();
  const x = atom(field, "x");
  const a = add(field, multiply(field, fromInteger(6), x), fromInteger(-4));
  const [size, other] = [absolute(field, a), absolute(field, negate(field, a))];
  expect(same(field, size, other)).toBe(true);
  expect(size && same(field, multiply(field, size, size), multiply(field, a, a))).toBe(true);
  const z = add(field, fromInteger(3), multiply(field, fromInteger(4), imaginaryUnit(field)));
  expect(same(field, absolute(field, z), fromInteger(5))).toBe(true);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  areEqual,
  atom,
  canonical,
  type Field,
  type Fraction,
  fromInteger,
  fromRational,
  imaginaryUnit,
  multiply,
  negate,
  newField,
  scale,
} from "./field.ts";
import { pi } from "./field-angles.ts";
import { anyPower, eulersNumber, logarithm, rationalPower } from "./field-powers.ts";
import { newSteps } from "./steps.ts";

const fieldOf = (): Field => newField(newSteps());

const same = (field: Field, a: Fraction | null, b: Fraction | null): boolean =>
  a !== null && b !== null && areEqual(field, a, b);

const base = fc.integer({ min: 2, max: 40 });
const exponent = fc.integer({ min: -4, max: 4 });

test("powers of one base multiply by adding exponents, with symbols in them too", () => {
  fc.assert(
    fc.property(base, exponent, exponent, fc.boolean(), (number, p, q, negative) => {
      const field = fieldOf();
      const [a, n] = [fromInteger(negative ? -number : number), atom(field, "n")];
      const up = (times: number, more: number): Fraction =>
        add(field, scale(field, n, { n: BigInt(times), d: 1n }), fromInteger(more));
      const [x, y] = [anyPower(field, a, up(p, q)), anyPower(field, a, up(q, 1))];
      const product = x && y && multiply(field, x, y);
      expect(same(field, product, anyPower(field, a, up(p + q, q + 1)))).toBe(true);
    }),
  );
});

test("powers of a product of numbers are products of powers", () => {
  fc.assert(
    fc.property(base, base, (a, b) => {
      const field = fieldOf();
      const n = atom(field, "n");
      const [x, y] = [anyPower(field, fromInteger(a), n), anyPower(field, fromInteger(b), n)];
      expect(same(field, anyPower(field, fromInteger(a * b), n), x && y && multiply(field, x, y))).toBe(true);
    }),
  );
});

test("a root of a symbolic power is tied to it", () => {
  const field = fieldOf();
  const half = anyPower(field, fromInteger(2), scale(field, atom(field, "n"), { n: 1n, d: 2n }));
  expect(
    same(field, half && multiply(field, half, half), anyPower(field, fromInteger(2), atom(field, "n"))),
  ).toBe(true);
});

test("a rational power is a power of a root, and of a negative number only a whole or a half one", () => {
  const field = fieldOf();
  expect(same(field, rationalPower(field, fromInteger(8), { n: 2n, d: 3n }), fromInteger(4))).toBe(true);
  expect(rationalPower(field, fromInteger(-8), { n: 1n, d: 3n })).toBeNull();
  expect(
    same(
      field,
      rationalPower(field, fromInteger(-4), { n: 1n, d: 2n }),
      scale(field, imaginaryUnit(field), { n: 2n, d: 1n }),
    ),
  ).toBe(true);
  expect(rationalPower(field, fromInteger(2), { n: 10n ** 9n, d: 1n })).toBeNull();
  expect(anyPower(field, fromInteger(0), fromInteger(0))).toBeNull();
});

test("e to an imaginary power is a turn", () => {
  const field = fieldOf();
  const angle = multiply(field, imaginaryUnit(field), pi(field));
  expect(same(field, anyPower(field, eulersNumber(field), angle), fromInteger(-1))).toBe(true);
});

test("the logarithm of a product of numbers is the sum of logarithms", () => {
  fc.assert(
    fc.property(base, base, base, (a, b, c) => {
      const field = fieldOf();
      const ln = (n: number, d = 1): Fraction =>
        logarithm(field, fromRational({ n: BigInt(n), d: BigInt(d) })) ?? fromInteger(0);
      const quotient = canonical(field, { top: fromInteger(a * b).top, bottom: fromInteger(c).top });
      const sum = add(field, add(field, ln(a), ln(b)), negate(field, ln(c)));
      expect(same(field, quotient && logarithm(field, quotient), sum)).toBe(true);
    }),
  );
  const field = fieldOf();
  expect(logarithm(field, fromInteger(-2))).toBeNull();
  expect(logarithm(field, fromInteger(0))).toBeNull();
  expect(same(field, logarithm(field, eulersNumber(field)), fromInteger(1))).toBe(true);
});

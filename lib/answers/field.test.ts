import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  atom,
  canonical,
  divide,
  type Field,
  type Fraction,
  fractionText,
  fromInteger,
  fromPolynomial,
  fromRational,
  imaginaryUnit,
  inverse,
  isPolynomial,
  multiply,
  negate,
  newField,
  power,
  rationalOf,
  reduce,
  scale,
} from "./field.ts";
import { newSteps } from "./steps.ts";

const fieldOf = (): Field => newField(newSteps());
/** A recipe, so that each run builds its elements in a field of its own. */
type Recipe = (field: Field) => Fraction;
const leaf = fc.oneof(
  fc.integer({ min: -6, max: 6 }).map(
    (n): Recipe =>
      () =>
        fromInteger(n),
  ),
  fc.constantFrom("x", "y").map(
    (key): Recipe =>
      (field) =>
        atom(field, key),
  ),
);
const grow = (inner: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe> =>
  fc.oneof(
    inner,
    fc.tuple(inner, inner).map(
      ([a, b]): Recipe =>
        (field) =>
          add(field, a(field), b(field)),
    ),
    fc.tuple(inner, inner).map(
      ([a, b]): Recipe =>
        (field) =>
          multiply(field, a(field), b(field)),
    ),
    fc.tuple(inner, inner).map(
      ([a, b]): Recipe =>
        (field) =>
          divide(field, a(field), b(field)) ?? fromInteger(7),
    ),
  );
const element = grow(grow(leaf));

const isZero = (field: Field, a: Fraction): boolean => reduce(field, a.top).size === 0;

test("what is divided and multiplied by the same is itself, and a minus itself is zero", () => {
  fc.assert(
    fc.property(element, element, (p, q) => {
      const field = fieldOf();
      const [a, b] = [p(field), q(field)];
      const there = divide(field, a, b);
      expect(there === null).toBe(isZero(field, b));
      const back = there && multiply(field, there, b);
      if (back) expect(isZero(field, add(field, back, negate(field, a)))).toBe(true);
      expect(isZero(field, add(field, a, negate(field, a)))).toBe(true);
      expect(inverse(field, fromInteger(0))).toBeNull();
    }),
  );
});

test("the canonical form is equal to the element, and the same after scaling top and bottom", () => {
  fc.assert(
    fc.property(element, fc.integer({ min: 1, max: 9 }), fc.boolean(), (p, n, minus) => {
      const field = fieldOf();
      const a = p(field);
      const by = { n: minus ? BigInt(-n) : BigInt(n), d: 5n };
      const scaled = {
        top: scale(field, fromPolynomial(a.top), by).top,
        bottom: scale(field, fromPolynomial(a.bottom), by).top,
      };
      const [plain, other] = [canonical(field, a), canonical(field, scaled)];
      expect(plain && other && fractionText(plain) === fractionText(other)).toBe(true);
      if (plain) expect(isZero(field, add(field, plain, negate(field, a)))).toBe(true);
    }),
  );
});

test("atoms that all terms share are cancelled, and numbers are recognised", () => {
  const field = fieldOf();
  const x = atom(field, "x");
  const square = multiply(field, x, x);
  const quotient = divide(field, add(field, square, x), square);
  const plain = quotient && canonical(field, quotient);
  expect(plain && fractionText(plain)).toBe(
    fractionText({ top: add(field, x, fromInteger(1)).top, bottom: x.top }),
  );
  expect(plain && isPolynomial(plain)).toBe(false);
  const number = canonical(field, { top: fromInteger(6).top, bottom: fromInteger(-4).top });
  expect(number && rationalOf(number)).toEqual({ n: -3n, d: 2n });
  expect(canonical(field, { top: x.top, bottom: fromInteger(0).top })).toBeNull();
});

test("relations bring powers down: i² is -1, and what it makes zero has no inverse", () => {
  const field = fieldOf();
  const i = imaginaryUnit(field);
  const rationalAt = (exponent: number) => {
    const raised = power(field, i, exponent);
    const plain = raised && canonical(field, raised);
    return plain && rationalOf(plain);
  };
  expect(rationalAt(2)).toEqual({ n: -1n, d: 1n });
  expect(rationalAt(4)).toEqual({ n: 1n, d: 1n });
  expect(rationalAt(3)).toBeNull();
  expect(power(field, add(field, multiply(field, i, i), fromInteger(1)), -1)).toBeNull();
  expect(rationalOf(fromRational({ n: 2n, d: 3n }))).toEqual({ n: 2n, d: 3n });
});

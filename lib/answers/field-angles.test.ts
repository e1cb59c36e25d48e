import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  atom,
  canonical,
  type Field,
  type Fraction,
  fractionText,
  fromInteger,
  isPolynomial,
  multiply,
  negate,
  newField,
  scale,
} from "./field.ts";
import { type Angle, cosineAndSine, pi } from "./field-angles.ts";
import type { Polynomial } from "./polynomial.ts";
import { newSteps } from "./steps.ts";

const fieldOf = (): Field => newField(newSteps());

function text(field: Field, value: Fraction): string | null {
  const plain = canonical(field, value);
  return plain && fractionText(plain);
}

function angleOf(field: Field, value: Fraction): Angle {
  const found = cosineAndSine(field, value);
  if (!found) throw new Error("every angle has a cosine");
  return found;
}

/** The value of a polynomial in square roots. */
function near(field: Field, polynomial: Polynomial): number {
  return [...polynomial.values()].reduce((sum, { powers, coefficient }) => {
    const roots = powers.map(
      ([number, times]) => Number(field.atoms[number]?.key.split(" ")[1]) ** (times / 2),
    );
    return sum + (Number(coefficient.n) / Number(coefficient.d)) * roots.reduce((a, b) => a * b, 1);
  }, 0);
}

test("multiples of 15 degrees have the cosine and sine that they have", () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), (twelfths) => {
      const field = fieldOf();
      const { cosine, sine } = angleOf(field, scale(field, pi(field), { n: BigInt(twelfths), d: 12n }));
      expect(isPolynomial(cosine) && isPolynomial(sine)).toBe(true);
      const [below, beside] = [near(field, cosine.bottom), near(field, sine.bottom)];
      expect(near(field, cosine.top) / below).toBeCloseTo(Math.cos((twelfths * Math.PI) / 12), 12);
      expect(near(field, sine.top) / beside).toBeCloseTo(Math.sin((twelfths * Math.PI) / 12), 12);
    }),
  );
});

const times = fc.integer({ min: -3, max: 3 });

test("the squares add up to one, and a turn back undoes a turn", () => {
  fc.assert(
    fc.property(times, times, fc.constantFrom(1n, 2n, 7n), (p, q, d) => {
      const field = fieldOf();
      const part = (key: string, n: number): Fraction => scale(field, atom(field, key), { n: BigInt(n), d });
      const value = add(
        field,
        part("x", p),
        add(field, part("y", q), scale(field, pi(field), { n: BigInt(p), d: 7n })),
      );
      const { cosine, sine } = angleOf(field, value);
      const squares = add(field, multiply(field, cosine, cosine), multiply(field, sine, sine));
      expect(text(field, squares)).toBe(text(field, fromInteger(1)));
      const back = angleOf(field, negate(field, value));
      expect(text(field, back.sine)).toBe(text(field, negate(field, sine)));
      expect(text(field, back.cosine)).toBe(text(field, cosine));
    }),
    { numRuns: 50 },
  );
});

test("double angles follow from single ones", () => {
  const field = fieldOf();
  const x = atom(field, "x");
  const [one, two] = [angleOf(field, x), angleOf(field, add(field, x, x))];
  const product = multiply(field, fromInteger(2), multiply(field, one.sine, one.cosine));
  expect(text(field, two.sine)).toBe(text(field, product));
});

test("angles that are no short sum of terms are atoms, odd and even as sines and cosines are", () => {
  const field = fieldOf();
  const x = atom(field, "x");
  const quotient = { top: fromInteger(1).top, bottom: add(field, x, fromInteger(1)).top };
  const [there, back] = [angleOf(field, quotient), angleOf(field, negate(field, quotient))];
  expect(text(field, back.sine)).toBe(text(field, negate(field, there.sine)));
  expect(text(field, back.cosine)).toBe(text(field, there.cosine));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { cosineDistance, normalised } from "./cosine.ts";

const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((values) => Float32Array.from(values));
/** Long enough for its direction to survive 32 bits. */
const directed = vector.filter((values) => Math.hypot(...values) > 1e-6);

test("the same direction is no distance, right angles and opposites are 1", () => {
  const x = Float32Array.from([1, 0]);
  expect(cosineDistance(x, Float32Array.from([1, 0]))).toBe(0);
  expect(cosineDistance(x, Float32Array.from([0, 1]))).toBe(1);
  expect(cosineDistance(x, Float32Array.from([-1, 0]))).toBe(1);
  const half = normalised(Float32Array.from([1, 1]));
  expect(cosineDistance(x, half)).toBeCloseTo(1 - Math.SQRT1_2, 6);
});

test("distance is between 0 and 1, the same in both directions, and doesn't mind length", () => {
  fc.assert(
    fc.property(
      directed,
      directed,
      fc.float({ min: Math.fround(0.5), max: 8, noNaN: true }),
      (a, b, scale) => {
        const [one, other] = [normalised(a), normalised(b)];
        const away = cosineDistance(one, other);
        expect(away).toBeGreaterThanOrEqual(0);
        expect(away).toBeLessThanOrEqual(1);
        expect(cosineDistance(other, one)).toBe(away);
        const longer = normalised(a.map((value) => value * scale));
        expect(cosineDistance(longer, other)).toBeCloseTo(away, 4);
      },
    ),
  );
});

test("a normalised vector has length 1, nothing but zeros stays so", () => {
  fc.assert(
    fc.property(vector, (values) => {
      const length = Math.hypot(...normalised(values));
      if (values.every((value) => value === 0)) expect(length).toBe(0);
      else if (Math.hypot(...values) > 1e-30) expect(length).toBeCloseTo(1, 5);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { inverse } from "./matrix.ts";

const part = fc.double({ min: -3, max: 3, noNaN: true });

test("a matrix times its inverse is the unit matrix", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(part, { minLength: 25, maxLength: 25 }),
      (size, parts) => {
        const root = Array.from({ length: size }, (_, row) => parts.slice(row * size, (row + 1) * size));
        const matrix = root.map((one, i) =>
          root.map((other, j) => one.reduce((sum, x, k) => sum + x * (other[k] ?? 0), i === j ? 1 : 0)),
        );
        const found = inverse(matrix);
        matrix.forEach((row, i) => {
          matrix.forEach((_, j) => {
            const product = row.reduce((sum, x, k) => sum + x * (found[k]?.[j] ?? 0), 0);
            expect(product).toBeCloseTo(i === j ? 1 : 0, 6);
          });
        });
      },
    ),
  );
});

test("a matrix that isn't positive definite is refused", () => {
  expect(() =>
    inverse([
      [1, 2],
      [2, 1],
    ]),
  ).toThrow(RangeError);
});

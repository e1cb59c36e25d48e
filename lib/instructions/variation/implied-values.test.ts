import fc from "fast-check";
import { expect, test } from "vitest";
import { impliedValues, unexplained } from "./implied-values.ts";

const number = (value: number, percent = false) => ({ value, percent });

test("what a statement says itself is explained, and so are its per cents", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 }), (values) => {
      const numbers = values.map((value) => number(value, true));
      for (const value of values) {
        for (const literal of [value, value / 100, 1 + value / 100]) {
          expect(unexplained(literal, numbers, new Set())).toBeNull();
        }
      }
    }),
  );
});

test.each([
  ["Half of them go twice a week.", [2, 0.5, 7]],
  ["A dozen eggs for 5 hours", [12, 60]],
  ["A triangle", [180, 3]],
])("%j brings numbers along", (statement, values) => {
  const implied = impliedValues(statement);
  for (const value of values) expect(implied.has(value)).toBe(true);
});

test("what may have been worked out by hand is said to be", () => {
  const numbers = [number(80), number(45)];
  expect(unexplained(35, numbers, new Set())).toBe("35 may be 80 − 45, worked out by hand");
  expect(unexplained(125, numbers, new Set())).toMatch(/80 \+ 45/);
  expect(unexplained(3600, numbers, new Set())).toMatch(/×/);
  expect(unexplained(77, numbers, new Set())).toMatch(/doesn't stand in the statement/);
});

test("small counts, constants and what is implied need no explanation", () => {
  for (const value of [0, 1, 2, 100, 360, 7]) expect(unexplained(value, [number(80)], new Set())).toBeNull();
  expect(unexplained(52, [number(80)], new Set([52]))).toBeNull();
});

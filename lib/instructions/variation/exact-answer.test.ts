import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalsOf, exactAnswer } from "./exact-answer.ts";

test("sums of short decimals come out exact, whatever noise floats leave in them", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.integer({ min: -99_999, max: 99_999 }),
      (a, b) => {
        const found = exactAnswer(pythonFloat(a / 100 + b / 100));
        expect(found).toBe(String((a + b) / 100 + 0));
        expect(exactAnswer(found)).toBe(found);
      },
    ),
  );
});

/** As Python prints a float: with a point. */
function pythonFloat(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

test.each([
  ["0.30000000000000004", "0.3"],
  ["18.0", "18"],
  ["2.9999999999999996", "3"],
  ["-0.0", "0"],
  ["4.440892098500626e-16", "0"],
  ["2.5e-07", "2.5e-7"],
  ["-0.009999999999990905", "-0.01"],
  ["1e+22", "1e+22"],
  ["0.3333333333333333", "0.3333333333333333"],
  ["2.23606797749979", "2.23606797749979"],
  ["12345678901234567890", "12345678901234567890"],
  ["3/4", "3/4"],
  [" (5, 4)\n", "(5, 4)"],
])("%j is the answer %j", (printed, answer) => {
  expect(exactAnswer(printed)).toBe(answer);
});

test.each([
  ["18", 0],
  ["4.25", 2],
  ["-0.5", 1],
  ["0.3333333333333333", null],
  ["3/4", null],
])("%j has so many decimals", (answer, decimals) => {
  expect(decimalsOf(answer)).toBe(decimals);
});

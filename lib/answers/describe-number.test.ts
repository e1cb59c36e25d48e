import fc from "fast-check";
import { expect, test } from "vitest";
import { describeNumber } from "./describe-number.ts";
import { compareNumbers, parseNumber } from "./number.ts";
import { newSteps } from "./steps.ts";

const written = fc.oneof(
  fc.tuple(fc.bigInt(), fc.bigInt({ min: 1n })).map(([n, d]) => `${n}/${d}`),
  fc.tuple(fc.integer(), fc.nat()).map(([a, b]) => `${a}.${b}`),
  fc.integer({ min: 2, max: 99_999 }).map((n) => `\\sqrt{${n}}`),
  fc.integer({ min: 1, max: 99_999 }).map((n) => `${n}\\pi`),
  fc.integer().map((n) => `${n}\\%`),
);

test("a number's plain form is read as the same number", () => {
  fc.assert(
    fc.property(written, (text) => {
      const number = parseNumber(text);
      const plain = number && describeNumber(number, newSteps())?.plain;
      const again = plain ? parseNumber(plain) : null;
      expect(number && again && compareNumbers(number, again, newSteps())).toBe("equal");
    }),
  );
});

test.each([
  ["-12", "the whole number -12"],
  ["0.5", "the decimal 0.5 = 1/2"],
  ["-0.05", "the decimal -0.05 = -1/20"],
  ["2.50", "the decimal 2.5 = 5/2"],
  ["7/8", "the fraction 7/8 = 0.875"],
  ["22/7", "the fraction 22/7 ≈ 3.14286"],
  ["1/8192", "the fraction 1/8192 ≈ 0.00012207"],
  ["12.5\\%", "the percentage that is 0.125"],
  ["10^{30}", "the whole number 100000000… (31 digits)"],
  ["\\sqrt{2}", "the number ≈ 1.41421"],
])("%s is %s", (text, words) => {
  const number = parseNumber(text);
  expect(number && describeNumber(number, newSteps())?.words).toBe(words);
});

test("a number that is too long to be written out is none, nor one that may be zero", () => {
  const long = parseNumber(`${"7".repeat(3000)}/${"3".repeat(2999)}1`);
  expect(long && describeNumber(long, newSteps())).toBeNull();
  const near = parseNumber("\\sqrt{2}-\\sqrt{2}");
  expect(near && describeNumber(near, newSteps())).toBeNull();
});

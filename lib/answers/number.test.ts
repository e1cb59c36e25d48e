import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNumbers, type NumericAnswer, numericValue, parseNumber, scaled } from "./number.ts";
import { newSteps } from "./steps.ts";
import { type Value, whole } from "./value.ts";

function parsed(text: string): NumericAnswer {
  const found = parseNumber(text);
  if (!found) throw new Error(`${text} is not a number`);
  return found;
}

const exactText = (value: Value): string | null =>
  value.kind === "exact" ? `${value.value.n}/${value.value.d}` : null;
const read = (text: string): string | null => exactText(numericValue(parsed(text)));
const compare = (a: string, b: string) => compareNumbers(parsed(a), parsed(b), newSteps());

const numeral = fc.oneof(
  fc.integer().map(String),
  fc.tuple(fc.integer(), fc.stringMatching(/^\d{1,12}$/)).map(([a, b]) => `${a}.${b}`),
  fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([a, b]) => `${a}/${b}`),
  fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 999 })).map(([a, b]) => `${a}\\sqrt{${b}}`),
  fc.nat(1000).map((n) => `${n}\\%`),
  fc.nat(1000).map((n) => `\\frac{${n}}{7}\\pi`),
);

test("every number equals itself, and comparing is symmetric", () => {
  fc.assert(
    fc.property(numeral, numeral, (a, b) => {
      expect(compare(a, a)).toBe("equal");
      expect(compare(a, b)).toBe(compare(b, a));
    }),
  );
});

test("a whole number is read the same with separators, money, blanks, zeros and signs", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (n) => {
      const grouped = n.toString().replace(/\B(?=(?:\d{3})+$)/g, ",");
      for (const text of [`${n}`, grouped, `\\$${grouped}`, `+${n}`, ` ${n}.00 `, `$${n}$`, `00${n}`]) {
        expect(read(text)).toBe(`${n}/1`);
      }
      expect(read(`-${grouped}`)).toBe(`${-n}/1`);
    }),
  );
});

test("fractions are read alike however they are written", () => {
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (a, b) => {
      const value = read(`${a}/${b}`);
      for (const text of [`\\frac{${a}}{${b}}`, `\\dfrac${a}${b}`, `\\tfrac{${a}}${b}`, `${a} / ${b}`]) {
        expect(read(text)).toBe(value);
      }
    }),
  );
});

test("other ways of writing numbers", () => {
  expect(read("50%")).toBe("1/2");
  expect(read("12.5\\%")).toBe("1/8");
  expect(read("1.2\\times 10^{3}")).toBe("1200/1");
  expect(read("3e-2")).toBe("3/100");
  expect(read("1\\frac{1}{2}")).toBe("3/2");
  expect(read("1 1/2")).toBe("3/2");
  expect(read("−５")).toBe("-5/1");
  expect(read("-\\$0.50")).toBe("-1/2");
});

test("a finite decimal is an infinite one only nearer than a millionth of it", () => {
  expect(compare("1/3", "0.33")).toBe("different");
  expect(compare("1/3", "0.333333")).toBe("different");
  expect(compare("1/3", "0.3333333")).toBe("equal");
  expect(compare("2/3", "0.666667")).toBe("equal");
  expect(compare("2/3", "0.6666667")).toBe("equal");
  expect(compare("\\pi", "3.14")).toBe("different");
  expect(compare("\\pi", "3.14159265")).toBe("equal");
  expect(compare("2\\sqrt{3}", "3.4641016")).toBe("equal");
  expect(compare("0.3333333", "0.33333333")).toBe("different");
  expect(compare("1/4", "0.2500001")).toBe("different");
});

test("decimals that floating point printed carry its rounding", () => {
  expect(compare("0.3", "0.30000000000000004")).toBe("equal");
  expect(compare("-9007199254740988.0", "-9007199254740977.0")).toBe("different");
  expect(compare("0.05", "0.04999999999999999")).toBe("equal");
  expect(compare("0", "1.2246467991473532e-16")).toBe("equal");
  expect(compare("0.3", "0.300004")).toBe("different");
});

test("a percent sign on one side only may be dropped", () => {
  expect(compare("50", "50%")).toBe("equal");
  expect(compare("0.5", "50%")).toBe("equal");
  expect(compare("1/2", "50%")).toBe("equal");
  expect(compare("50%", "5%")).toBe("different");
  expect(compare("50", "0.5")).toBe("different");
});

test("equal roots are equal and unequal ones are not", () => {
  expect(compare("\\sqrt{8}", "2\\sqrt2")).toBe("equal");
  expect(compare("\\sqrt{8}", "2\\sqrt3")).toBe("different");
  expect(compare("\\frac{1}{\\sqrt2}", "\\frac{\\sqrt2}{2}")).toBe("equal");
});

test("what is not one number, or has more than 4000 digits, is null", () => {
  for (const text of [
    "",
    "x",
    "(1,2)",
    "(1,234)",
    "1, 2",
    "five apples",
    "3 apples",
    "9^{9^{9^9}}",
    "9".repeat(4001),
  ]) {
    expect(parseNumber(text), text.slice(0, 20)).toBeNull();
  }
  expect(read("9".repeat(4000))).toBe(`${"9".repeat(4000)}/1`);
});

test("a number in a larger unit is that many of the smaller", () => {
  expect(scaled(parsed("2.5"), { n: 100n, d: 1n }, newSteps())?.written).toEqual(whole(250n));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { readBased } from "./base.ts";
import { newSteps } from "./steps.ts";

const read = (text: string) => readBased(text, newSteps());

test("a whole number has its value in any base, however the base is written", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 2, max: 36 }), fc.boolean(), (n, base, minus) => {
      const sign = minus ? "-" : "";
      const digits = n.toString(base).toUpperCase();
      const isName = /^[A-Z]/.test(digits) && digits.length < 2;
      const expected = isName
        ? null
        : { base, digits: sign + digits, value: { n: BigInt(minus ? -n : n), d: 1n } };
      for (const text of [
        `${digits}_${base}`,
        `(${digits})_{${base}}`,
        `${digits} base ${base}`,
        `${digits}_ {${base}}`,
      ]) {
        expect(read(sign + text), text).toEqual(expected);
      }
    }),
  );
});

test("fractions, words and what Python prints", () => {
  expect(read("0.0011_2")).toEqual({ base: 2, digits: "0.0011", value: { n: 3n, d: 16n } });
  expect(read("1011_{two}")?.value).toEqual({ n: 11n, d: 1n });
  expect(read("0b1011")).toEqual({ base: 2, digits: "1011", value: { n: 11n, d: 1n } });
  expect(read("-0x1f")?.value).toEqual({ n: -31n, d: 1n });
  expect(read("1011_{(2)}")?.value).toEqual({ n: 11n, d: 1n });
  expect(read("ff_{16}")?.value).toEqual({ n: 255n, d: 1n });
  expect(read("1 0110_2")?.value).toEqual({ n: 22n, d: 1n });
});

test("names, and digits that the base doesn't have, are not read", () => {
  for (const text of [
    "x_2",
    "a_1",
    "A_{16}",
    "12_2",
    "7_7",
    "1_1",
    "1_{99}",
    "x1_2",
    "1011",
    "",
    "2x_3",
    "1_{x}",
    "1.1.1_2",
  ]) {
    expect(read(text), text).toBeNull();
  }
});

test("long numbers stop at the step limit", () => {
  expect(readBased(`${"1".repeat(300)}_2`, newSteps(100))).toBeNull();
  expect(read(`${"1".repeat(4000)}_2`)).toBeNull();
});

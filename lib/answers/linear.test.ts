import fc from "fast-check";
import { expect, test } from "vitest";
import { meetingPoint, readLinear } from "./linear.ts";
import { newSteps } from "./steps.ts";
import { asDouble, type Value } from "./value.ts";

const double = (value: Value | undefined | null): number | undefined =>
  value ? asDouble(value)?.value : undefined;
const read = (text: string, variable = "x"): [number | undefined, number | undefined] | null => {
  const found = readLinear(text, variable, newSteps());
  return found && [double(found.slope), double(found.offset)];
};

test("what is written as a x + b is read as a and b", () => {
  const number = fc.integer({ min: -99, max: 99 }).filter((n) => n !== 0);
  fc.assert(
    fc.property(number, number, fc.constantFrom("x", "t", "\\theta"), (a, b, x) => {
      const sign = b < 0 ? "-" : "+";
      for (const text of [
        `${a}${x}${sign}${Math.abs(b)}`,
        `${a} ${x} ${sign} ${Math.abs(b)}`,
        `${b}+${a}*${x}`,
        `${b}-${-a}${x}`,
        `${a}${x}/1+${b}`,
      ]) {
        expect(read(text, x), text).toEqual([a, b]);
      }
    }),
  );
});

test("fractions of the variable", () => {
  for (const text of ["\\frac{3x}{4}", "\\frac{3}{4}x", "3x/4", "0.75x", "x - \\frac{x}{4}"]) {
    expect(read(text), text).toEqual([0.75, 0]);
  }
  expect(read("-x")).toEqual([-1, 0]);
  expect(read("7")).toEqual([0, 7]);
});

test("what isn't linear, or has another variable, is not read", () => {
  for (const text of [
    "x^2",
    "1/x",
    "xy",
    "x*x",
    "2(x+1)",
    "\\sqrt{x}",
    "x-",
    "",
    "y",
    "2^x",
    "\\frac{1}{x}",
    "3/4x",
  ]) {
    expect(read(text), text).toBeNull();
  }
});

test("lines meet where they have the same value", () => {
  const line = (text: string) => {
    const found = readLinear(text, "x", newSteps());
    if (!found) throw new Error(`${text} isn't linear`);
    return found;
  };
  expect(double(meetingPoint(line("2x+1"), line("7"), newSteps()))).toBe(3);
  expect(double(meetingPoint(line("x"), line("3-x"), newSteps()))).toBe(1.5);
  expect(meetingPoint(line("x"), line("x+1"), newSteps())).toBeNull();
});

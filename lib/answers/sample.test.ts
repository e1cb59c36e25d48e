import fc from "fast-check";
import { expect, test } from "vitest";
import { point, surelyDiffer } from "./ball.ts";
import { spellLatex } from "./latex.ts";
import { readExpression } from "./read-expression.ts";
import { type Place, samplePoints, valueAt } from "./sample.ts";
import { newSteps } from "./steps.ts";
import { anyExpression, inLatex, worth } from "./testing/random-expressions.ts";

const place = (letters: Record<string, number> = {}, complex = false, openBase: "e" | "10" = "e"): Place => ({
  variables: new Map(Object.entries(letters).map(([name, value]) => [name, point(value)])),
  complex,
  openBase,
});

function at(text: string, where: Place) {
  const reading = readExpression(spellLatex(text, newSteps()), newSteps());
  return reading && valueAt(reading.expression, where, newSteps());
}

test("a ball holds what floating point computes for a random expression, as near as that can know", () => {
  const value = fc.integer({ min: -64, max: 64 }).map((n) => n / 16);
  fc.assert(
    fc.property(anyExpression, value, value, value, (expression, x, y, a) => {
      const expected = worth(expression, { x, y, a });
      const found = at(inLatex(expression), place({ x, y, a }));
      if (!found || Math.abs(expected) > 1e12) return;
      expect(Number.isNaN(expected)).toBe(false);
      const slack = 1e-9 * Math.max(1, Math.abs(expected)) + found.error * 1e3;
      expect(Math.abs(found.re - expected)).toBeLessThanOrEqual(slack);
    }),
    { numRuns: 2000 },
  );
});

test("each function has the value that it has", () => {
  const values: [string, number][] = [
    ["\\log_2 10", Math.log2(10)],
    ["\\cot 1+\\sec 1+\\csc 1", 1 / Math.tan(1) + 1 / Math.cos(1) + 1 / Math.sin(1)],
    ["\\arcsin 0.5+\\arccos 0.25+\\arctan 3", Math.asin(0.5) + Math.acos(0.25) + Math.atan(3)],
    ["\\sinh 1+\\cosh 2+\\tanh 3", Math.sinh(1) + Math.cosh(2) + Math.tanh(3)],
    ["\\lfloor 2.5\\rfloor+\\lceil 2.5\\rceil", 5],
    ["\\binom{7}{3}+5!", 155],
    ["\\sqrt[3]{-8}+|-3|", 1],
    ["2^{0.5}+e^{1.5}", Math.SQRT2 + Math.exp(1.5)],
  ];
  for (const [text, expected] of values) {
    const found = at(text, place());
    expect(found && !surelyDiffer(found, point(expected)) && found.error < 1e-9, text).toBe(true);
  }
});

test("roots of negative numbers are defined where numbers are complex, open logarithms take their base", () => {
  expect(at("\\sqrt{-4}", place())).toBeNull();
  expect(at("\\sqrt{-4}", place({}, true))).toMatchObject({ re: 0, im: 2 });
  expect(at("\\log 100", place({}, false, "10"))?.re).toBeCloseTo(2, 12);
  expect(at("\\log 100", place({}, false, "e"))?.re).toBeCloseTo(Math.log(100), 12);
  expect(at("x+1", place())).toBeNull();
  expect(at("\\infty", place())).toBeNull();
});

test("sample points are always the same, exact, and of both signs", () => {
  const points = samplePoints(["y", "x"]);
  expect(samplePoints(["x", "y"])).toEqual(points);
  for (const { positive, variables } of points) {
    const values = [...variables.values()].map(({ re }) => re);
    expect(values.every((value) => Number.isInteger(value * 4096))).toBe(true);
    expect(values.every((value) => value > 0)).toBe(positive);
  }
  expect(samplePoints([])).toHaveLength(1);
});

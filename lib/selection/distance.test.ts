import fc from "fast-check";
import { expect, test } from "vitest";
import { openDistance } from "./distance.ts";
import { reasoningOf } from "./reasoning.ts";

const of = (...texts: string[]) => texts.map((content) => reasoningOf([{ type: "text", content }]));
const programs = (...codes: string[]) => codes.map((content) => reasoningOf([{ type: "code", content }]));

const sentence = fc
  .array(fc.constantFrom("first", "then", "2", "+", "3", "=", "5", "so", "the", "answer"), { maxLength: 12 })
  .map((words) => words.join(" "));

test("each measure lies between 0 and 1, is symmetric, and 0 for the same", () => {
  fc.assert(
    fc.property(
      sentence,
      sentence,
      fc.constantFrom("lcs" as const, "equations" as const, "program" as const),
      (a, b, measure) => {
        const distance = openDistance(measure, of(a, b, a));
        const found = distance(0, 1);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(distance(1, 0)).toBe(found);
        expect(distance(0, 2)).toBe(0);
      },
    ),
  );
});

test("words: two of four in common, in order, are half as far as can be", () => {
  expect(openDistance("lcs", of("a b c d", "a c x y"))(0, 1)).toBe(0.5);
});

test("equations: one of three replaced is a third", () => {
  const distance = openDistance("equations", of("1+1=2. 2+2=4. 4+4=8.", "1+1=2. 2+3=5. 4+4=8."));
  expect(distance(0, 1)).toBeCloseTo(1 / 3, 10);
});

test("programs: the names of variables don't count, what is done does", () => {
  const distance = openDistance("program", programs("x = 1\nprint(x)", "y = 1\nprint(y)", "import os"));
  expect(distance(0, 1)).toBe(0);
  expect(distance(0, 2)).toBe(1);
});

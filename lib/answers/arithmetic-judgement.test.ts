import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeLink } from "./arithmetic-judgement.ts";
import { findStatements } from "./arithmetic-statements.ts";
import { newSteps } from "./steps.ts";

function judge(text: string): [outcome: string | null, why: string | null] {
  const link = findStatements(text)[0]?.link;
  const judgement = link ? judgeLink(link, newSteps()) : null;
  return [judgement?.outcome ?? null, judgement?.why ?? null];
}

test("a quotient is right in every number of digits it is rounded to, and wrong two units off", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom(3, 7, 9, 11),
      fc.integer({ min: 1, max: 6 }),
      (n, d, k) => {
        fc.pre(n % d !== 0);
        const off = 2.01 / 10 ** k;
        expect(judge(`${n}/${d} = ${(n / d).toFixed(k)}`)[0]).toBe("right");
        const stated = (n / d + off).toFixed(k);
        fc.pre(!Number.isInteger(Number(stated)) && n > d);
        expect(judge(`${n}/${d} = ${stated}`)[0]).toBe("wrong");
      },
    ),
  );
});

test.each([
  ["7/2 = 3", ["unclear", "rounded to a whole number"]],
  ["7/2 = 3.0", ["unclear", "rounded to a whole number"]],
  ["7/2 ≈ 4", ["right", "rounded"]],
  ["1234 * 3 ≈ 3700", ["right", "rounded"]],
  ["1234 * 3 = 3700", ["wrong", null]],
  ["1234 * 3 ≈ 9000", ["wrong", null]],
  ["25\\pi = 78.5", ["right", "rounded"]],
  ["25\\pi = 78.50", ["unclear", "it depends on how its numbers were rounded"]],
  ["50 - 20% = 44", ["unclear", "what the percentage is of isn't said"]],
  ["6 * 7 = 40 + 5", ["unclear", "both sides are calculations"]],
  ["6 * 7 = 40 + 5 = 45", ["wrong", null]],
  ["6 * 7 = 42 + 5 = 47", ["right", "the line runs on from there"]],
  ["2/3 = 18", [null, null]],
  ["18 = 2 * 8", [null, null]],
  ["18 = 2 * 9", ["right", null]],
  ["The units digit of 7^2 is 9", [null, null]],
  ["So 7^2 is 48", ["wrong", null]],
] as const)("%s", (text, expected) => {
  expect(judge(text)).toEqual(expected);
});

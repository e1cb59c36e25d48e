import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultRange, tidy } from "./default-range.ts";
import { type StatementNumber, statementNumbers } from "./statement-numbers.ts";

function rangeOf(text: string, at = 0) {
  const number: StatementNumber | undefined = statementNumbers(text)[at];
  if (!number) throw new Error(`no number in ${text}`);
  return defaultRange(number, text.slice(number.end));
}

test("a range holds the seed's value, steps to whole numbers from it, and comes to no 0 and no 1", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 2_000_000 }), (value) => {
      const { min, max, step, varies } = rangeOf(`There are ${value} apples.`);
      expect(varies).toBe(true);
      expect(min).toBeLessThanOrEqual(value);
      expect(max).toBeGreaterThanOrEqual(value);
      expect([min, max, step].every(Number.isInteger)).toBe(true);
      expect((value - min) % step).toBe(0);
      expect(min).toBeGreaterThanOrEqual(2);
      expect(max).toBeLessThanOrEqual(Math.max(5, 2 * value));
      expect((max - min) / step).toBeGreaterThanOrEqual(2);
    }),
  );
});

test("a decimal keeps as many decimals", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 99_999 }), (cents) => {
      const { min, step } = rangeOf(`It costs $${(cents / 100).toFixed(2)} a piece.`);
      for (const value of [min, step, tidy(min + step)]) expect(tidy(value * 100) % 1).toBe(0);
      expect(min).toBeGreaterThan(0);
    }),
  );
});

describe("a default range", () => {
  test.each([
    ["$80,000", { min: 40_000, max: 160_000, step: 10_000 }],
    ["100 coins", { min: 50, max: 200, step: 10 }],
    ["25 coins", { min: 15, max: 50, step: 5 }],
    ["17 coins", { min: 9, max: 34, step: 1 }],
    ["8 hours a day", { min: 4, max: 16, step: 1 }],
    ["5 days a week", { min: 3, max: 7, step: 1 }],
    ["60%", { max: 90, step: 10 }],
    ["3 coins", { min: 2, max: 6 }],
    ["2 coins", { min: 2, max: 5 }],
    ["twelve coins", { min: 6, max: 20 }],
    ["$x^4$", { min: 2, max: 6 }],
    ["$150^\\circ$", { max: 170 }],
  ])("of %s is within reason", (text, range) => {
    expect(rangeOf(text)).toMatchObject({ varies: true, ...range });
  });

  test.each(["1 apple", "0 apples", "100%", "Room 12 is here", "7 days in a week"])(
    "lets %s be as it is",
    (text) => {
      expect(rangeOf(text).varies).toBe(false);
    },
  );

  test("lets a 1 in a formula be another number", () => {
    expect(rangeOf("$x + 1$")).toMatchObject({ varies: true, min: 1, max: 4 });
  });
});

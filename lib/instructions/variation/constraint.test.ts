import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds, parseConstraint } from "./constraint.ts";

const NAMES = ["a", "b", "c"];

function check(text: string, values: Record<string, number>): boolean {
  const read = parseConstraint(text, NAMES);
  if (!read.ok) throw new Error(read.message);
  return holds(read.constraint, values);
}

test("never throws, and says of any text whether it is one, with a place inside the text", () => {
  const piece = fc.constantFrom(
    "a",
    "b",
    "(",
    ")",
    "-",
    "+",
    "%",
    "<",
    "<=",
    "==",
    "=",
    "5",
    "1.5",
    " ",
    "x",
    "§",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const read = parseConstraint(text, NAMES);
      if (read.ok) expect(typeof holds(read.constraint, { a: 1, b: 2, c: 3 })).toBe("boolean");
      else expect(read.at >= 0 && read.at <= text.length && read.message !== "").toBe(true);
    }),
  );
});

const value = fc.integer({ min: -1000, max: 1000 });

test("relations and calculations are those of numbers", () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const values = { a, b, c };
      expect(check("a < b", values)).toBe(a < b);
      expect(check("a <= b", values)).toBe(a <= b);
      expect(check("a != b", values)).toBe(a !== b);
      expect(check("a + b * c == c * b + a", values)).toBe(true);
      expect(check("a - (b - c) == a - b + c", values)).toBe(true);
      expect(check("-a < b", values)).toBe(-a < b);
      expect(check("a < b < c", values)).toBe(a < b && b < c);
      if (b !== 0) expect(check("a % b == 0", values)).toBe(a % b === 0);
    }),
  );
});

describe("a constraint", () => {
  test("holds for decimals up to rounding", () => {
    expect(check("a + b == 0.3", { a: 0.1, b: 0.2 })).toBe(true);
    expect(check("a + b <= 0.3", { a: 0.1, b: 0.2 })).toBe(true);
    expect(check("a + b < 0.3", { a: 0.1, b: 0.2 })).toBe(false);
    expect(check("a % b == 0", { a: 0.6, b: 0.2 })).toBe(true);
  });

  test("that can't be calculated doesn't hold", () => {
    expect(check("a % b == 0", { a: 4, b: 0 })).toBe(false);
    expect(check("a / b != 1", { a: 0, b: 0 })).toBe(false);
    expect(check("a < c", { a: 4 })).toBe(false);
  });

  test.each([
    ["", /Write a relation/, 0],
    ["a + b", /A relation is missing/, 5],
    ["a < d", /no parameter “d”. There are: a, b, c/, 4],
    ["a <", /missing at the end/, 3],
    ["a < (b", /closing bracket/, 6],
    ["a < b)", /“\)” isn't expected/, 5],
    ["a § b", /“§” can't stand/, 2],
    ["a < 5 6", /“6” isn't expected/, 6],
    ["a < < b", /expected, not “<”/, 4],
    [`a < ${"(".repeat(30)}b`, /nested too deeply/, 24],
    [`a < ${"-".repeat(100)}b`, /nested too deeply/, 24],
    [`a < ${"1".repeat(300)}`, /at most 200/, 200],
  ])("says what is wrong with %j", (text, message, at) => {
    expect(parseConstraint(text, NAMES)).toEqual({ ok: false, message: expect.stringMatching(message), at });
  });

  test("takes other spellings", () => {
    expect(check("a ≤ b", { a: 1, b: 1 })).toBe(true);
    expect(check("a ≠ b", { a: 1, b: 1 })).toBe(false);
    expect(check("a = b", { a: 1, b: 1 })).toBe(true);
  });
});

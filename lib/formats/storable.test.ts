import fc from "fast-check";
import { expect, test } from "vitest";
import { textFault } from "./storable.ts";

test("a text is refused exactly where it is too long, holds NUL or isn't well formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 6 }), fc.nat(6), (text, limit) => {
      const storable = text.length <= limit && !text.includes("\0") && text.isWellFormed();
      expect(textFault(text, limit) === null).toBe(storable);
    }),
  );
});

test("the fault says what is wrong and what to do", () => {
  expect(textFault("x".repeat(1001), 1000)).toBe(
    "This is 1,001 characters long, and 1,000 are allowed: shorten it.",
  );
  expect(textFault("ab\0", 10)).toContain("NUL character stands at position 3");
  expect(textFault("a\ud83d", 10)).toContain("surrogate");
  expect(textFault("a😀", 10)).toBeNull();
});

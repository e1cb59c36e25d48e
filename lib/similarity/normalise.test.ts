import fc from "fast-check";
import { expect, test } from "vitest";
import { isAscii, normalise } from "./normalise.ts";

const ascii = fc.string({ unit: "binary-ascii" });

test("ASCII text is lower-cased and nothing else", () => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(isAscii(text)).toBe(true);
      expect(normalise(text)).toBe(text.toLowerCase());
    }),
  );
});

test("one character beyond ASCII, wherever it stands, is seen", () => {
  const codePoint = fc.integer({ min: 0, max: 0x10ffff });
  fc.assert(
    fc.property(ascii, ascii, codePoint, (before, after, point) => {
      expect(isAscii(before + String.fromCodePoint(point) + after)).toBe(point < 128);
    }),
  );
});

test.each([
  ["full-width letters and digits", "Ｘ＋１２", "x+12"],
  ["mathematical letters", "𝑥 ∈ ℝ", "x ∈ r"],
  ["ligatures", "ﬁnd", "find"],
  ["an accent that stands apart", "cafe\u0301", "café"],
  ["a final sigma", "ΟΔΟΣ οδος", "οδοσ οδοσ"],
  ["soft hyphens, joiners and variation selectors", "num\u00adber می\u200cخواهم 1\ufe0f", "number میخواهم 1"],
])("%s are the plain ones", (_what, text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test("small numbers stand apart from what they stand at", () => {
  expect(normalise("3x²y₁ + 1½ m").split(/\s+/)).toEqual(["3x", "2", "y", "1", "+", "1", "1⁄2", "m"]);
});

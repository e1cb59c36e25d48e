import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutPoint } from "./math-cut.ts";

describe("cutPoint", () => {
  test("lies within the text and the limit, past half the limit, and never inside a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.integer({ min: 4, max: 120 }),
        (text, limit) => {
          const at = cutPoint(text, limit);
          if (text.length <= limit) {
            expect(at).toBe(text.length);
            return;
          }
          expect(at).toBeLessThanOrEqual(limit);
          expect(at).toBeGreaterThanOrEqual(Math.floor(limit / 2));
          expect(text.slice(0, at).isWellFormed()).toBe(true);
        },
      ),
    );
  });

  test("a paragraph's end is better than a line's, and that better than a space", () => {
    expect(cutPoint("aaaa bb\n\ncc\ndd ee", 15)).toBe("aaaa bb\n\n".length);
    expect(cutPoint("aaaa bbbb\ndd eeeee", 15)).toBe("aaaa bbbb\n".length);
    expect(cutPoint("aaaa bbbb ddeeeeee", 15)).toBe("aaaa bbbb ".length);
  });
});

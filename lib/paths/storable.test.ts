import fc from "fast-check";
import { expect, test } from "vitest";
import { storable } from "./storable.ts";

// Any UTF-16, with many NULs, pairs of surrogates and halves of them.
const unit = fc.oneof(fc.constantFrom("\0", "\uD83D", "\uDE00", "😀", "a"), fc.string({ maxLength: 3 }));
const anyText = fc.string({ unit, maxLength: 60 });

test("the text is never longer than the limit, has no NUL and is well formed", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, limit) => {
      const stored = storable(text, limit);
      expect(stored.length).toBeLessThanOrEqual(limit);
      expect(stored.includes("\0")).toBe(false);
      expect(stored.isWellFormed()).toBe(true);
    }),
  );
});

test("a text that the database can hold stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      fc.pre(!text.includes("\0"));
      expect(storable(text, text.length + 1)).toBe(text);
      expect(storable(text, Math.max(1, text.length))).toBe(text);
    }),
  );
});

test("what is cut off leaves an ellipsis, and no half of a symbol", () => {
  expect(storable("abcdef", 4)).toBe("abc…");
  expect(storable("ab😀ef", 4)).toBe("ab…");
});

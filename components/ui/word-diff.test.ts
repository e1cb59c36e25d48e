import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffPart, foldedMiddle, wordDiff } from "./word-diff.ts";

const word = fc.constantFrom("a", "hen", "lays", "$x^2$", " ", "\n", ",", "三", "12");
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(""));
const joined = (parts: readonly DiffPart[], without: DiffPart["kind"]) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map((part) => part.text)
    .join("");

describe("a diff by words", () => {
  test("holds both texts whole", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
        const parts = wordDiff(before, after);
        expect(joined(parts, "added")).toBe(before);
        expect(joined(parts, "removed")).toBe(after);
      }),
    );
  });

  test("of a text with itself has no change in it", () => {
    fc.assert(fc.property(text, (same) => wordDiff(same, same).every(({ kind }) => kind === "same")));
  });

  test("marks the word that was changed and no other", () => {
    expect(wordDiff("Ten hens lay eggs.", "Ten ducks lay eggs.")).toEqual([
      { kind: "same", text: "Ten " },
      { kind: "removed", text: "hens" },
      { kind: "added", text: "ducks" },
      { kind: "same", text: " lay eggs." },
    ]);
  });

  test("of texts that have nothing in common and are long is one taken away and one put in", () => {
    const before = Array.from({ length: 3000 }, (_, at) => `a${at}`).join(" ");
    const after = Array.from({ length: 3000 }, (_, at) => `b${at}`).join("\n");
    expect(wordDiff(before, after)).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  });
});

test("a long stretch that stayed is cut in its middle, a short one isn't", () => {
  expect(foldedMiddle("a".repeat(299), 100)).toBeNull();
  expect(foldedMiddle("a".repeat(300), 100)).toEqual({
    start: "a".repeat(100),
    left: 100,
    end: "a".repeat(100),
  });
});

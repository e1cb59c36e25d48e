import fc from "fast-check";
import { expect, test } from "vitest";
import { characterGramsOf } from "./character-grams.ts";
import { normalise } from "./normalise.ts";

test("are the distinct runs of the normalised text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      (text, length) => {
        const characters = [...normalise(text).trim().replace(/\s+/g, " ")];
        const runs = characters
          .map((_, at) => characters.slice(at, at + length).join(""))
          .filter((_, at) => at + length <= characters.length);
        const expected = characters.length > 0 && runs.length === 0 ? [characters.join("")] : runs;
        expect(characterGramsOf(text, length)).toEqual([...new Set(expected)]);
      },
    ),
  );
});

test("three characters a run where nothing else is said; case and the kind of white space don't matter", () => {
  expect(characterGramsOf("Ab  \n cab c")).toEqual(["ab ", "b c", " ca", "cab"]);
});

test("punctuation matters, so that signs tell formulas apart", () => {
  expect(characterGramsOf("x+1")).not.toEqual(characterGramsOf("x-1"));
});

test("a character beyond 16 bits is one character", () => {
  expect(characterGramsOf("a𠮷野b")).toEqual(["a𠮷野", "𠮷野b"]);
});

test("a text shorter than a run is its own run, and a blank one has none", () => {
  expect(characterGramsOf("Ab")).toEqual(["ab"]);
  expect(characterGramsOf(" \n ")).toEqual([]);
});

test("a length that isn't a positive whole number is refused", () => {
  for (const length of [0, -1, 1.5, Number.NaN])
    expect(() => characterGramsOf("abc", length)).toThrow(RangeError);
});

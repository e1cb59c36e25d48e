import fc from "fast-check";
import { expect, test } from "vitest";
import { NUMBER_WORD, numberWord, wordValue } from "./number-words.ts";

test("what is written as a word is read back as the same number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), (value) => {
      expect(wordValue(numberWord(value, "x") ?? "")).toBe(value);
      expect(numberWord(value, "Ten")).toMatch(/^[A-Z]/);
    }),
  );
});

test("only whole numbers from two to twenty are written as words", () => {
  for (const value of [0, 1, 2.5, 21, 100, -3]) expect(numberWord(value, "x")).toBeNull();
});

test.each([
  ["twenty-five", 25],
  ["Ninety-one", 91],
  ["forty", 40],
  ["one", null],
  ["ten-two", null],
  ["constructor", null],
])("reads %s", (word, value) => {
  expect(wordValue(word)).toBe(value);
});

test("words are found whole, not inside others", () => {
  expect("Ten of often seventy-two-three someone, six.".match(NUMBER_WORD)).toEqual([
    "Ten",
    "seventy-two",
    "six",
  ]);
});

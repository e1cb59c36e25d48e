import fc from "fast-check";
import { expect, test } from "vitest";
import { areAnagrams, isTruth, isWords, mentionsNumber, numberWord, readChoice, wordKey } from "./words.ts";

test("number words up to ninety-nine have their value", () => {
  const units = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
  fc.assert(
    fc.property(fc.nat(7), fc.nat(9), fc.constantFrom("-", " "), (ten, unit, sign) => {
      const word = unit === 0 ? `${tens[ten]}` : `${tens[ten]}${sign}${units[unit]}`;
      expect(numberWord(word)).toBe(20 + 10 * ten + unit);
    }),
  );
  expect(["zero", "Twelve", "nineteen"].map(numberWord)).toEqual([0, 12, 19]);
  expect(["", "ten apples", "twentyten", "sunday"].map(numberWord)).toEqual([null, null, null, null]);
});

test("case, spaces, hyphens and articles don't count in words", () => {
  expect(wordKey("The Parabola")).toBe(wordKey("parabola"));
  expect(wordKey("non-negative")).toBe(wordKey("Non negative"));
  expect(wordKey("True")).toBe(wordKey("yes"));
  expect(wordKey("No real solutions")).toBe(wordKey("no solution"));
  expect(wordKey("Mon")).toBe(wordKey("Monday"));
  expect(wordKey("Sept")).toBe(wordKey("September"));
  expect(wordKey("east")).not.toBe(wordKey("west"));
  expect(wordKey("AB")).not.toBe(wordKey("ab"));
});

test("words are letters only, and no differences of variables", () => {
  for (const text of [
    "odd",
    "not possible",
    "non-negative",
    "Pythagoras' rule".replace("' ", "'s "),
    "été",
  ]) {
    expect(isWords(text), text).toBe(true);
  }
  for (const text of ["x-y", "2x", "", "a+b", "\\pi", "odd 3"]) expect(isWords(text), text).toBe(false);
});

test("anagrams might be one product", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (text) => {
      expect(areAnagrams(text, Array.from(text).reverse().join(""))).toBe(true);
      expect(areAnagrams(text, `${text}a`)).toBe(false);
    }),
  );
});

test("a choice is read with and without brackets and text", () => {
  fc.assert(
    fc.property(fc.constantFrom(..."ABCDE"), (letter) => {
      for (const text of [letter, `(${letter})`, `${letter})`, `${letter}.`, letter.toLowerCase()]) {
        expect(readChoice(text), text).toEqual({ letter, rest: null });
      }
      for (const text of [`(${letter}) 12`, `${letter}) 12`, `${letter}. 12`, `${letter}: 12`]) {
        expect(readChoice(text), text).toEqual({ letter, rest: "12" });
      }
    }),
  );
  expect(readChoice("Option B")).toEqual({ letter: "B", rest: null });
  expect(readChoice("choice (c)")).toEqual({ letter: "C", rest: null });
  for (const text of ["AB", "(x)(x+1)", "x+1", "5", "f(x)", ""]) expect(readChoice(text), text).toBeNull();
});

test("truth words and words of quantity are known", () => {
  expect(["yes", "no", "true", "maybe"].map(isTruth)).toEqual([true, true, true, false]);
  expect(["one hundred", "half the cake", "infinitely", "Sunday", "oneness"].map(mentionsNumber)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

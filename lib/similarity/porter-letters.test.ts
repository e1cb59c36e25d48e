import { expect, test } from "vitest";
import {
  endsInConsonant,
  endsInDoubleConsonant,
  endsInShortSyllable,
  hasVowel,
  measureOf,
} from "./porter-letters.ts";

// The examples are those of Porter's paper.
test.each([
  [0, "tr ee tree y by"],
  [1, "trouble oats trees ivy"],
  [2, "troubles private oaten orrery"],
])("the measure is %i: %s", (measure, words) => {
  for (const word of words.split(" ")) expect(measureOf(word), word).toBe(measure);
});

test("a y is a vowel behind a consonant only", () => {
  expect(["toy", "syzygy", "y", "yes", "ay"].map(endsInConsonant)).toEqual([true, false, true, true, true]);
  expect(["by", "y", "tsk", "12"].map(hasVowel)).toEqual([true, false, false, false]);
});

test("a double consonant is one letter twice", () => {
  expect(["fall", "see", "fizz", "ab", "l"].map(endsInDoubleConsonant)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

test("a short syllable ends in consonant, vowel, consonant, but not in w, x or y", () => {
  const words = ["fil", "hop", "fail", "box", "snow", "at", "to", "s", ""];
  expect(words.map(endsInShortSyllable)).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
});

import { expect, test } from "vitest";
import { MEASURES } from "./measure.ts";
import { partsOf } from "./parts.ts";

test("sequences are tokens in order, sets have each member once", () => {
  const parts = MEASURES.map((measure) => partsOf(measure, "The cat, the Cat"));
  expect(parts).toEqual([
    ["the", "cat", "the", "cat"],
    ["the", "cat", "the", "cat"],
    ["the", "cat"],
    ["the", "he ", "e c", " ca", "cat", "at,", "t, ", ", t", " th"],
  ]);
});

test("stems are for words, the length of a run is for characters", () => {
  const options = { stem: true, gramLength: 5 };
  expect(MEASURES.map((measure) => partsOf(measure, "counting", options))).toEqual([
    ["count"],
    ["count"],
    ["count"],
    ["count", "ounti", "untin", "nting"],
  ]);
});

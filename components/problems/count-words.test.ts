import { expect, test } from "vitest";
import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { countWords } from "./count-words.ts";

test.each([
  [0, "0 problems"],
  [1, "1 problem"],
  [2, "2 problems"],
  [1319, "1,319 problems"],
  [COUNT_LIMIT - 1, "99,999 problems"],
  [COUNT_LIMIT, "100,000+ problems"],
])("%i is counted as %j", (count, words) => {
  expect(countWords(count, "problem")).toBe(words);
});

test("a plural of its own is used where there is one", () => {
  expect([countWords(1, "entry", "entries"), countWords(2, "entry", "entries")]).toEqual([
    "1 entry",
    "2 entries",
  ]);
});

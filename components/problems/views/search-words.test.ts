import { expect, test } from "vitest";
import { searchWords } from "./search-words.ts";

test("each part of the search is named with its value as it was typed", () => {
  expect(searchWords("?split=test&q=two+ducks%21")).toBe("split: test, q: two ducks!");
});

test("parts without a value, and no search at all, say nothing", () => {
  expect(searchWords("q=&tag=x")).toBe("tag: x");
  expect(searchWords("")).toBe("");
});

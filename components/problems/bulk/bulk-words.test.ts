import { expect, test } from "vitest";
import { changeWords, filterWords } from "./bulk-words.ts";

test("a change is said in one line, part by part", () => {
  expect(changeWords({ remove: true })).toBe("Into the bin");
  expect(changeWords({ subdomain: "Algebra" })).toBe("Sub-domain: Algebra");
  expect(
    changeWords({
      subdomain: null,
      split: "test",
      difficulty: "hard",
      source: null,
      addTags: ["a", "b"],
      removeTags: ["c"],
    }),
  ).toBe("No sub-domain; split: test; difficulty: hard; no source; tags + a, b; tags − c");
});

test("a filter is said in one line, and one that lets everything through not at all", () => {
  expect(filterWords({})).toBe("");
  expect(
    filterWords({
      q: "duck",
      subdomain: "Algebra",
      origin: "seed",
      split: "train",
      difficulty: "easy",
      tag: "eggs",
      answered: false,
      classified: true,
    }),
  ).toBe(
    "“duck”, sub-domain Algebra, with a sub-domain, seed, split train, difficulty easy, tag eggs, without an answer",
  );
  expect(filterWords({ answered: true, classified: false })).toBe("without a sub-domain, with an answer");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categoryWord, majority, pathName, seedDetail, strengthWord, tally } from "./category-words.ts";

describe("a category in words", () => {
  test("of a pair, a seed, a grade", () => {
    expect(categoryWord("pair", "both_bad")).toBe("Both bad");
    expect(categoryWord("seed", "undecided")).toBe("Can't decide");
    expect(categoryWord("score", "7")).toBe("7 of 10");
  });

  test("of a first wrong step counts steps from 1", () => {
    expect(categoryWord("first_wrong", "none")).toBe("No wrong step");
    expect(categoryWord("first_wrong", "0")).toBe("Step 1");
  });

  test("of a ranking says places where the unit's paths are known, else ids", () => {
    expect(categoryWord("ranking", "12>7=9>3", [7, 12, 3, 9])).toBe("2 > 1 = 4 > 3");
    expect(categoryWord("ranking", "12>7")).toBe("path 12 > path 7");
  });
});

test("paths are called by their places where there are several", () => {
  expect([pathName("pair", 0), pathName("pair", 1)]).toEqual(["First", "Second"]);
  expect(pathName("ranking", 2)).toBe("Path 3");
  expect(pathName("score", 0)).toBe("Path");
});

describe("a tally", () => {
  const votes = fc.array(fc.option(fc.constantFrom("first", "second", "tie"), { nil: null }));

  test("counts each answer once and no skip, the most frequent first", () => {
    fc.assert(
      fc.property(votes, (categories) => {
        const counts = tally(categories);
        const total = counts.reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(categories.filter((one) => one !== null).length);
        expect(counts.map(({ count }) => count)).toEqual(
          counts.map(({ count }) => count).toSorted((a, b) => b - a),
        );
      }),
    );
  });

  test("has a majority exactly where one category has more answers than all others together", () => {
    fc.assert(
      fc.property(votes, (categories) => {
        const counts = tally(categories);
        const found = majority(counts);
        const all = counts.reduce((sum, { count }) => sum + count, 0);
        const over = counts.filter(({ count }) => count > all - count);
        expect(found).toBe(over[0]?.category ?? null);
      }),
    );
  });

  test("of half and half has none", () => {
    expect(majority(tally(["first", "second", null]))).toBeNull();
  });
});

test("what a seed check said of its questions is listed, and what it left open isn't", () => {
  expect(seedDetail({ kind: "seed", verdict: "bad", clear: true, solvable: false, answerRight: null })).toBe(
    "clear, not solvable",
  );
  expect(seedDetail({ clear: null })).toBeNull();
  expect(seedDetail(null)).toBeNull();
});

test("strength is a word", () => {
  expect([1, 2, 3, null].map(strengthWord)).toEqual(["slightly", "clearly", "by far", null]);
});

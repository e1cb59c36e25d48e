import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ProblemFilter, problemFilter } from "#lib/problems/contract.ts";
import { loadProblemParams, problemFilterOf, searchWords, withProblemParams } from "./filter-params.ts";

const word = fc.string({ minLength: 1, maxLength: 20 });
const filter: fc.Arbitrary<ProblemFilter> = fc.record(
  {
    q: word.map((each) => each.trim()).filter((each) => each !== ""),
    subdomain: word,
    origin: fc.constantFrom("seed" as const, "generated" as const),
    split: fc.constantFrom("train" as const, "test" as const),
    difficulty: word,
    tag: word,
    answered: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe("a filter of problems", () => {
  test("comes back from the URL as it went in", () => {
    fc.assert(
      fc.property(filter, (wanted) => {
        const url = withProblemParams("https://studio.test/problems", {
          q: wanted.q ?? null,
          subdomain: wanted.subdomain ?? null,
          origin: wanted.origin ?? null,
          split: wanted.split ?? null,
          difficulty: wanted.difficulty ?? null,
          tag: wanted.tag ?? null,
          answered: wanted.answered === undefined ? null : wanted.answered ? "yes" : "no",
        });
        expect(problemFilterOf(loadProblemParams(new URL(url)))).toEqual(wanted);
      }),
    );
  });

  test("from any URL is one that the API takes", () => {
    const name = fc.constantFrom(
      "q",
      "subdomain",
      "origin",
      "split",
      "difficulty",
      "tag",
      "answered",
      "other",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 500 })), { maxLength: 8 }), (pairs) => {
        const found = problemFilterOf(loadProblemParams(new URLSearchParams(pairs)));
        expect(problemFilter.parse(found)).toEqual(found);
      }),
    );
  });

  test("is empty without parameters, and with ones that mean nothing", () => {
    expect(problemFilterOf(loadProblemParams("?q=++&origin=moon&answered=perhaps"))).toEqual({});
  });
});

test("a search loses its blanks and what the API wouldn't take of it", () => {
  expect(searchWords("  two  ducks ")).toBe("two  ducks");
  expect(searchWords(" \n ")).toBeUndefined();
  expect(searchWords("a".repeat(300))).toHaveLength(200);
});

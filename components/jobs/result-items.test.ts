import { expect, test } from "vitest";
import { beyondCounts, resultItems } from "./result-items.ts";

test("nested counts become lines with joined labels", () => {
  expect(resultItems({ paths: { created: 1200, matched: 0 }, shape: "gsm8k" })).toEqual([
    { label: "paths, created", value: "1,200" },
    { label: "paths, matched", value: "0" },
    { label: "shape", value: "gsm8k" },
  ]);
});

test("lists are counted and what is empty or null is left out", () => {
  expect(resultItems({ warnings: ["a", "b"], errors: [], other: null })).toEqual([
    { label: "warnings", value: "2" },
  ]);
});

test("a result's counts that the run has shown already are left out, others stay", () => {
  const result = { correct: 3, failed: 1, nested: { correct: 3 } };
  expect(beyondCounts(result, { correct: 3, failed: 2 })).toEqual({ failed: 1, nested: { correct: 3 } });
});

import { expect, test } from "vitest";
import { labelOf, tooFewLabels } from "./labels.ts";

test("a grade goes before a verdict where grades count, and an open verdict teaches nothing", () => {
  const all = ["verdicts", "grades"] as const;
  expect(labelOf({ verdict: "incorrect", grade: 10 }, all)).toEqual({ label: 1, weight: 2 });
  expect(labelOf({ verdict: "incorrect", grade: 10 }, ["verdicts"])).toEqual({ label: 0, weight: 1 });
  expect(labelOf({ verdict: "correct", grade: null }, all)).toEqual({ label: 1, weight: 1 });
  expect(labelOf({ verdict: "error", grade: null }, all)).toEqual({ label: 0, weight: 1 });
  expect(labelOf({ verdict: "unverifiable", grade: null }, all)).toBeNull();
  expect(labelOf({ verdict: "correct", grade: null }, ["grades"])).toBeNull();
});

test("twenty of each are enough, or for a reward model twenty judged pairs", () => {
  expect(tooFewLabels("critique", { good: 20, bad: 20, pairs: 0 })).toBeNull();
  expect(tooFewLabels("critique", { good: 19, bad: 500, pairs: 500 })).toContain("19 good and 500 bad paths");
  expect(tooFewLabels("reward", { good: 0, bad: 0, pairs: 20 })).toBeNull();
  expect(tooFewLabels("reward", { good: 0, bad: 0, pairs: 19 })).not.toBeNull();
});

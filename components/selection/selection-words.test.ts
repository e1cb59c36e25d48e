import fc from "fast-check";
import { expect, test } from "vitest";
import { selectionRule, textDistance } from "#lib/selection/contract.ts";
import {
  countsText,
  coverageText,
  distanceSentence,
  reasonSentence,
  ruleSentence,
} from "./selection-words.ts";

test("a rule reads as a sentence, with what it asks for and nothing else", () => {
  expect(ruleSentence(selectionRule.parse({}))).toBe(
    "Of paths of the train split that are correct and whole, each reasoning once: the 4 of each problem that are most distant by Words (LCS).",
  );
  const strict = selectionRule.parse({
    split: "any",
    k: 2,
    distance: "equations",
    duplicates: "none",
    least: 0.1,
    filter: { model: "small" },
    gates: {
      verdicts: ["correct", "unverifiable"],
      whole: false,
      maxWords: 300,
      critique: { scorer: "judge v1", atLeast: 7 },
      reward: { scorer: "rm v1", rankAtMost: 3 },
    },
  });
  expect(ruleSentence(strict)).toBe(
    "Of paths (model small) that are correct or unverifiable, of 300 words or fewer, graded 7 or more by judge v1, ranked 3 or better in their problem by rm v1: the 2 of each problem that are most distant by Equations (Levenshtein), at least 0.1 apart.",
  );
});

test("a rule without gates is about all paths", () => {
  const all = selectionRule.parse({
    split: "any",
    duplicates: "none",
    gates: { verdicts: [], whole: false },
  });
  expect(ruleSentence(all)).toBe("Of paths: the 4 of each problem that are most distant by Words (LCS).");
});

test("one path of each problem isn't distant from any other", () => {
  expect(ruleSentence(selectionRule.parse({ k: 1, split: "test", duplicates: "none" }))).toBe(
    "Of paths of the test split that are correct and whole: the preferred one of each problem, by reward rank, then critique, then age.",
  );
});

test("a distance in words never says all or nothing of what is neither", () => {
  const between = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(between, fc.constantFrom(...textDistance.options), (distance, measure) => {
      const [, share] = / (\d+) % of/.exec(distanceSentence(distance, measure)) ?? [];
      expect(Number(share)).toBeGreaterThanOrEqual(1);
      expect(Number(share)).toBeLessThanOrEqual(99);
    }),
  );
  expect(distanceSentence(0, "equations")).toBe("No distance: the same equations, one by one.");
  expect(distanceSentence(1, "program")).toBe(
    "As far as can be: no program tokens in common, whatever their order.",
  );
  expect(distanceSentence(0.32, "lcs")).toBe(
    "0.320 away: 68 % of their words are the same, in the same order.",
  );
});

test("the reason is the one that was written down, else what it means", () => {
  expect(reasonSentence({ reason: "critique", detail: "judge v1 gives it 3 of the 7 wanted." })).toBe(
    "judge v1 gives it 3 of the 7 wanted.",
  );
  expect(reasonSentence({ reason: "all_kept", detail: null })).toBe(
    "There was room for each path that passed.",
  );
});

test("counts say what was kept of what, and how many problems have any", () => {
  const counts = {
    problems: 1319,
    covered: 1200,
    considered: 7914,
    kept: 2345,
    dropped: {},
    meanDistance: null,
  };
  expect(countsText(counts)).toBe("2,345 of 7,914 paths kept");
  expect(coverageText(counts)).toBe("1,200 of 1,319 problems covered (91.0 %)");
  expect(coverageText({ ...counts, covered: 0, problems: 0 })).toBe("0 of 0 problems covered");
});

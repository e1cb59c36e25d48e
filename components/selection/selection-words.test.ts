import { expect, test } from "vitest";
import { selectionRule } from "#lib/selection/contract.ts";
import { ruleSentence } from "./selection-words.ts";

test("a rule reads as a sentence, with what it asks for and nothing else", () => {
  expect(ruleSentence(selectionRule.parse({}))).toBe(
    "Of paths of the train split that are correct, whole, each reasoning once: the 4 of each problem that are most distant by words (lcs).",
  );
  const strict = selectionRule.parse({
    split: "any",
    k: 2,
    distance: "equations",
    duplicates: "none",
    least: 0.1,
    gates: {
      verdicts: [],
      whole: false,
      maxWords: 300,
      critique: { scorer: "judge v1", atLeast: 7 },
      reward: { scorer: "rm v1", rankAtMost: 3 },
    },
  });
  expect(ruleSentence(strict)).toBe(
    "Of paths that are any verdict, 300 words or fewer, 7 or more by judge v1, among the first 3 by rm v1: the 2 of each problem that are most distant by equations (levenshtein), at least 0.1 apart.",
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { gates, type Thresholds, thresholds } from "./contract.ts";
import { type FoundNearest, judgeCandidate } from "./judge-candidate.ts";

const usual = { thresholds: thresholds.parse({}), gates: gates.parse({}) };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const measures = ["rouge-l", "lcs", "jaccard-words", "jaccard-chars"] as const;
const near = (score: number) => ({ of: { problem: 7 }, score });

test("a candidate is kept exactly where each of its scores stays below the threshold of its measure", () => {
  const scores = fc.record({ "rouge-l": share, lcs: share, "jaccard-words": share, "jaccard-chars": share });
  const limit = fc.option(share, { nil: null });
  const limits = fc.record({ "rouge-l": limit, lcs: limit, "jaccard-words": limit, "jaccard-chars": limit });
  fc.assert(
    fc.property(scores, limits, (given, wanted: Thresholds) => {
      const nearest: FoundNearest = Object.fromEntries(measures.map((one) => [one, near(given[one])]));
      const stays = measures.every((one) => given[one] < (wanted[one] ?? Number.POSITIVE_INFINITY));
      const { state } = judgeCandidate(nearest, null, { ...usual, thresholds: wanted });
      expect(state).toBe(stays ? "accepted" : "dropped");
    }),
  );
});

test("the first problem of a project has nothing to be like", () => {
  expect(judgeCandidate({}, null, usual)).toEqual({ state: "accepted" });
});

test("a threshold that is reached exactly drops, and the words name what was near", () => {
  const found = judgeCandidate({ "rouge-l": near(0.7) }, null, usual);
  expect(found).toEqual({
    state: "dropped",
    reason: "similar",
    detail: "ROUGE-L 0.70 to problem 7, from 0.7 on it is dropped.",
  });
  const twin = { of: { slot: 0, place: 1 }, score: 0.9 };
  expect(judgeCandidate({ "rouge-l": twin }, null, usual)).toMatchObject({
    detail: expect.stringContaining("an earlier candidate of this run"),
  });
});

test("nearness to the test split is looked at first, and has a threshold of its own", () => {
  expect(judgeCandidate({ "rouge-l": near(0.9) }, near(0.6), usual)).toMatchObject({
    reason: "contamination",
  });
  expect(judgeCandidate({ "rouge-l": near(0.59) }, near(0.59), usual)).toEqual({ state: "accepted" });
});

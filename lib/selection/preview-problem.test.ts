import fc from "fast-check";
import { expect, test } from "vitest";
import { type SelectionRule, selectionRule } from "./contract.ts";
import { previewProblem, stepsOf } from "./preview-problem.ts";
import { type SelectablePath, selectPaths } from "./select-paths.ts";

const paths: fc.Arbitrary<SelectablePath[]> = fc
  .array(
    fc.record({
      content: fc
        .array(fc.constantFrom("1+1=2.", "2*3=6.", "4-1=3.", "so"), { maxLength: 4 })
        .map((a) => a.join(" ")),
      verdict: fc.constantFrom("correct" as const, "incorrect" as const),
      critique: fc.integer({ min: 1, max: 10 }),
      rewardRank: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 7 },
  )
  .map((rows) =>
    rows.map(({ content, ...part }, id) => ({
      id: id + 1,
      segments: [{ type: "text", content }],
      flaw: null,
      execution: null,
      wrongSteps: 0,
      ...part,
    })),
  );

const rule: SelectionRule = selectionRule.parse({
  k: 2,
  gates: { critique: { scorer: "c", atLeast: 4 }, reward: { scorer: "r", rankAtMost: 3 } },
});

const keptBy = (given: readonly SelectablePath[], changed: SelectionRule) =>
  selectPaths(given, changed).filter(({ kept }) => kept).length;

test("each number is what selecting with that rule keeps", () => {
  fc.assert(
    fc.property(paths, (given) => {
      const { byK, byCritique, byReward } = previewProblem(given, rule);
      for (const { k, kept } of byK) expect(kept).toBe(keptBy(given, { ...rule, k }));
      byCritique.forEach((kept, at) => {
        const critique = { scorer: "c", atLeast: at + 1 };
        expect(kept).toBe(keptBy(given, { ...rule, gates: { ...rule.gates, critique } }));
      });
      byReward.forEach((kept, at) => {
        const reward = { scorer: "r", rankAtMost: at + 1 };
        expect(kept).toBe(keptBy(given, { ...rule, gates: { ...rule.gates, reward } }));
      });
    }),
    { numRuns: 50 },
  );
});

test("the funnel never grows, and ends with the distinct candidates", () => {
  fc.assert(
    fc.property(paths, (given) => {
      const left = [...previewProblem(given, rule).left.values()];
      expect([given.length, ...left]).toEqual([given.length, ...left].toSorted((a, b) => b - a));
      expect(left.at(-1)).toBe(keptBy(given, { ...rule, k: 64 }));
    }),
  );
});

test("only gates that ask for something are steps", () => {
  expect(stepsOf(rule)).toEqual(["verdict", "whole", "critique", "reward", "duplicates"]);
  const open = selectionRule.parse({ gates: { verdicts: [], whole: false }, duplicates: "none" });
  expect(stepsOf(open)).toEqual([]);
  expect(previewProblem([], open).byCritique).toEqual([]);
});

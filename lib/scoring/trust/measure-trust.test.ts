import fc from "fast-check";
import { expect, test } from "vitest";
import { trust } from "../contract/trust.ts";
import { type Evidence, measureTrust } from "./measure-trust.ts";
import type { ScoredPath } from "./problem-groups.ts";

const path = fc.record({
  pathId: fc.nat(),
  problemId: fc.integer({ min: 1, max: 6 }),
  value: fc.integer({ min: 1, max: 10 }),
  verdict: fc.constantFrom("correct", "incorrect", "unverifiable", "error", null),
  grade: fc.option(fc.integer({ min: 1, max: 10 })),
});

const evidence = (paths: readonly ScoredPath[], part: Partial<Evidence> = {}): Evidence => ({
  scorer: "judge v1",
  kind: "critique",
  scored: paths.length,
  paths,
  judged: [],
  measured: paths.map((one) => ({ ...one, words: one.pathId })),
  compared: null,
  isFittedToJudgements: false,
  isHeldOut: null,
  ...part,
});

test("whatever there is, the figures keep to their shape", () => {
  fc.assert(
    fc.property(fc.array(path), fc.constantFrom("critique" as const, "reward" as const), (paths, kind) => {
      const found = measureTrust(evidence(paths, { kind }));
      expect(trust.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    }),
  );
});

test("what a trained scorer has learnt from says nothing of how far it can be trusted", () => {
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const isHeldOut = (problemId: number) => problemId > 3;
      const found = measureTrust(evidence(paths, { isHeldOut }));
      const kept = paths.filter(({ problemId }) => isHeldOut(problemId));
      const alone = measureTrust(evidence(kept));
      expect(found.confusion).toEqual(alone.confusion);
      expect(found.verdicts.auc.value).toBe(alone.verdicts.auc.value);
      expect(found.people.grades.meanError.value).toBe(alone.people.grades.meanError.value);
      if (found.verdicts.auc.value !== null) expect(found.verdicts.auc.why).toContain("held out");
    }),
  );
});

test("a figure of a sample says so, and one of judgements that scores were fitted to does too", () => {
  const one = (value: number, verdict: "correct" | "incorrect"): ScoredPath => ({
    pathId: value,
    problemId: 1,
    value,
    verdict,
    grade: null,
  });
  const found = measureTrust(
    evidence([one(8, "correct"), one(2, "incorrect")], {
      scored: 1_000_000,
      judged: [{ problemId: 1, first: 8, second: 2, outcome: "first", count: 1 }],
      isFittedToJudgements: true,
    }),
  );
  expect(found.verdicts.pairAccuracy.why).toBe(
    "Measured on 2 of 1,000,000 scores: all paths of a fixed choice of problems.",
  );
  expect(found.length.spearman.why).toContain("of 1,000,000 scores");
  expect(found.people.pairAccuracy).toMatchObject({ value: 1, why: expect.stringContaining("fitted") });
  expect(found.position).toBeNull();
});

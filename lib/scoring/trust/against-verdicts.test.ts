import fc from "fast-check";
import { expect, test } from "vitest";
import { pairAccuracy } from "#lib/statistics/pair-accuracy.ts";
import { trust } from "../contract/trust.ts";
import { againstVerdicts } from "./against-verdicts.ts";
import { problemGroups, type ScoredPath } from "./problem-groups.ts";

const path = fc.record({
  pathId: fc.nat(),
  problemId: fc.integer({ min: 1, max: 4 }),
  value: fc.integer({ min: 1, max: 10 }),
  verdict: fc.constantFrom("correct", "incorrect", "unverifiable", "error", null),
  grade: fc.constant(null),
});
const paths: fc.Arbitrary<ScoredPath[]> = fc.array(path, { maxLength: 40 });
const kinds = fc.constantFrom("critique" as const, "reward" as const);
const shape = trust.shape.verdicts;

const scored = (problemId: number, verdict: ScoredPath["verdict"], value: number): ScoredPath => ({
  pathId: 0,
  problemId,
  value,
  verdict,
  grade: null,
});

test("every figure is a number, or null with a reason in words", () => {
  fc.assert(
    fc.property(kinds, paths, (kind, rows) => {
      const found = againstVerdicts(kind, rows);
      expect(shape.parse(found)).toEqual(found);
      for (const one of [found.pairAccuracy, found.auc, found.kappa, found.spearman, found.meanError]) {
        expect((one.value === null) === (one.why !== null)).toBe(true);
        expect(one.why).not.toBe("");
      }
    }),
  );
});

test("the correct path of a pair counts as it would with every pair made", () => {
  fc.assert(
    fc.property(kinds, paths, (kind, rows) => {
      const known = rows.filter(({ verdict }) => verdict !== null && verdict !== "unverifiable");
      const groups = problemGroups(known).map((group) =>
        group.map(({ value, verdict }) => ({ score: value, better: Number(verdict === "correct") })),
      );
      const { accuracy, pairs } = pairAccuracy(groups);
      const found = againstVerdicts(kind, rows).pairAccuracy;
      expect(found.n).toBe(pairs);
      if (accuracy === null) expect(found.value).toBeNull();
      else expect(found.value).toBeCloseTo(accuracy, 12);
    }),
  );
});

test("unverifiable and unchecked paths change nothing, and an error is as wrong as an incorrect answer", () => {
  fc.assert(
    fc.property(kinds, paths, (kind, rows) => {
      const known = rows.filter(({ verdict }) => verdict !== null && verdict !== "unverifiable");
      const wrong = known.map((row) => ({
        ...row,
        verdict: row.verdict === "error" ? ("incorrect" as const) : row.verdict,
      }));
      expect(againstVerdicts(kind, rows)).toEqual(againstVerdicts(kind, wrong));
    }),
  );
});

test("rewards may move by any amount from problem to problem, and have no figure over all of them", () => {
  fc.assert(
    fc.property(paths, fc.array(fc.integer(), { minLength: 5, maxLength: 5 }), (rows, moves) => {
      const moved = rows.map((row) => ({ ...row, value: row.value + (moves[row.problemId] ?? 0) }));
      const found = againstVerdicts("reward", moved);
      expect(found).toEqual(againstVerdicts("reward", rows));
      expect([found.auc.value, found.kappa.value, found.meanError.value, found.threshold]).toEqual(
        new Array(4).fill(null),
      );
      expect(found.auc.why).toBe("Rewards are comparable only within a problem.");
    }),
  );
});

test("four paths of two problems, worked out by hand", () => {
  const found = againstVerdicts(
    "critique",
    [scored(1, "correct", 9), scored(1, "incorrect", 3), scored(2, "correct", 4), scored(2, "incorrect", 4)],
    "of a sample",
  );
  // Pairs: one right, one tie. All four crossings: 9 beats both, 4 beats 3 and ties with 4.
  expect(found.pairAccuracy).toMatchObject({ value: 0.75, n: 2, why: "of a sample" });
  expect(found.auc).toMatchObject({ value: 3.5 / 4, n: 4 });
  // Three of four agree; by chance one half would: (3/4 − 1/2) / (1 − 1/2).
  expect(found.kappa).toMatchObject({ value: 0.5, n: 4 });
  expect(found.meanError).toMatchObject({ value: (1 + 2 + 6 + 3) / 4, n: 4 });
});

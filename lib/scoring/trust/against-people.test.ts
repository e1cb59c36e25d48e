import fc from "fast-check";
import { expect, test } from "vitest";
import { trust } from "../contract/trust.ts";
import { againstGrades, againstJudgements, gradeOf, type JudgedScores } from "./against-people.ts";
import type { ScoredPath } from "./problem-groups.ts";

const judged: fc.Arbitrary<JudgedScores> = fc.record({
  problemId: fc.integer({ min: 1, max: 4 }),
  first: fc.integer({ min: -3, max: 3 }),
  second: fc.integer({ min: -3, max: 3 }),
  outcome: fc.constantFrom("first" as const, "second" as const, "tie" as const),
  count: fc.integer({ min: 1, max: 3 }),
});
const path: fc.Arbitrary<ScoredPath> = fc.record({
  pathId: fc.nat(),
  problemId: fc.integer({ min: 1, max: 3 }),
  value: fc.integer({ min: 1, max: 10 }),
  verdict: fc.constant(null),
  grade: fc.option(fc.integer({ min: 1, max: 10 })),
});
const kinds = fc.constantFrom("critique" as const, "reward" as const);

test("every figure is a number, or null with a reason in words", () => {
  fc.assert(
    fc.property(kinds, fc.array(judged), fc.array(path), (kind, judgements, paths) => {
      const people = { ...againstJudgements(judgements), grades: againstGrades(kind, paths) };
      expect(trust.shape.people.parse(people)).toEqual(people);
      const { spearman, meanError, kappa } = people.grades;
      for (const one of [people.pairAccuracy, people.kappa, spearman, meanError, kappa]) {
        expect((one.value === null) === (one.why !== null)).toBe(true);
        expect(one.why).not.toBe("");
      }
    }),
  );
});

test("the opposite scorer is right as often as this one is wrong", () => {
  fc.assert(
    fc.property(fc.array(judged, { minLength: 1 }), (rows) => {
      const against = rows.map((row) => ({ ...row, first: -row.first, second: -row.second }));
      const [one, other] = [againstJudgements(rows).pairAccuracy, againstJudgements(against).pairAccuracy];
      if (one.value !== null && other.value !== null) expect(one.value + other.value).toBeCloseTo(1, 12);
      else expect(rows.every(({ outcome }) => outcome === "tie")).toBe(true);
    }),
  );
});

test("judgements of a few pairs, worked out by hand", () => {
  const row = (outcome: JudgedScores["outcome"], first: number, second: number, count = 1) => ({
    problemId: 1,
    first,
    second,
    outcome,
    count,
  });
  const found = againstJudgements([
    row("first", 2, 1, 3),
    row("second", 2, 1),
    row("second", 1, 1),
    row("tie", 1, 1),
  ]);
  // Of five with a winner three are right and one is a tie.
  expect(found.pairAccuracy).toMatchObject({ value: 0.7, n: 5 });
  // Of six, four agree. By chance: first 3/6 · 4/6, second 2/6 · 0, tie 1/6 · 2/6 = 14/36.
  expect(found.kappa.value).toBeCloseTo((4 / 6 - 14 / 36) / (1 - 14 / 36), 12);
});

test("grades that are the same give full agreement, and a reward has an order alone", () => {
  const rows = [2, 5, 9].map(
    (value, at): ScoredPath => ({
      pathId: at,
      problemId: 1,
      value,
      verdict: null,
      grade: value,
    }),
  );
  const critique = againstGrades("critique", rows);
  expect([critique.spearman.value, critique.meanError.value, critique.kappa.value]).toEqual([1, 0, 1]);
  const reward = againstGrades("reward", rows);
  expect([reward.spearman.value, reward.meanError.value, reward.kappa.value]).toEqual([1, null, null]);
});

test("a score's grade is the nearest whole one from 1 to 10", () => {
  expect([-4, 0, 1.4, 1.5, 7, 9.6, 200].map(gradeOf)).toEqual([1, 1, 1, 2, 7, 10, 10]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { trust } from "../contract/trust.ts";
import { type JudgedPair, measureTrust, type ScoredPath } from "./measure-trust.ts";

const critique = { scorer: "judge v1", kind: "critique" as const };
const reward = { scorer: "rm v1", kind: "reward" as const };

const path = (problemId: number, value: number, part: Partial<ScoredPath> = {}): ScoredPath => ({
  problemId,
  value,
  verdict: null,
  words: 10,
  grade: null,
  ...part,
});

const anyPath = fc.record({
  problemId: fc.integer({ min: 1, max: 3 }),
  value: fc.integer({ min: 1, max: 10 }),
  verdict: fc.constantFrom(
    null,
    "correct" as const,
    "incorrect" as const,
    "unverifiable" as const,
    "error" as const,
  ),
  words: fc.nat(50),
  grade: fc.option(fc.integer({ min: 1, max: 10 })),
});
const anyPair: fc.Arbitrary<JudgedPair> = fc.record({
  first: fc.integer({ min: 1, max: 5 }),
  second: fc.integer({ min: 1, max: 5 }),
  answer: fc.constantFrom("first" as const, "second" as const, "tie" as const),
});
const anyCompared = fc.record({
  firstLeft: fc.constantFrom(null, -1, 0, 1),
  firstRight: fc.constantFrom(null, -1, 0, 1),
});

test("whatever there is, each figure is a number or says why there is none", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(critique, reward),
      fc.array(anyPath),
      fc.array(anyPair),
      fc.array(anyCompared),
      (of, paths, judged, compared) => {
        const found = measureTrust(of, paths, judged, compared);
        expect(trust.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
        expect(
          found.confusion.reduce(
            (sum, row) => sum + row.correct + row.incorrect + row.unverifiable + row.error + row.unchecked,
            0,
          ),
        ).toBe(paths.length);
        const figures = [...Object.values(found.verdicts), found.people.pairAccuracy, found.people.kappa];
        for (const figure of figures) {
          if (figure === null || typeof figure !== "object") continue;
          expect(figure.value === null).toBe(figure.why !== null);
        }
      },
    ),
  );
});

test("a scorer that puts correct paths higher is right about all pairs, and one that doesn't about none", () => {
  const paths = [
    path(1, 9, { verdict: "correct" }),
    path(1, 2, { verdict: "incorrect" }),
    path(2, 3, { verdict: "correct" }),
    path(2, 1, { verdict: "error" }),
  ];
  expect(measureTrust(critique, paths, [], []).verdicts).toMatchObject({
    pairAccuracy: { value: 1, n: 2 },
    auc: { value: 1, n: 4 },
    meanError: { value: (1 + 1 + 7 + 0) / 4 },
  });
  const turned = paths.map((one) => ({ ...one, value: -one.value }));
  expect(measureTrust(reward, turned, [], []).verdicts.pairAccuracy.value).toBe(0);
});

test("rewards are never compared between problems", () => {
  const paths = [path(1, 9, { verdict: "correct" }), path(2, 2, { verdict: "incorrect" })];
  const { verdicts } = measureTrust(reward, paths, [], []);
  expect(verdicts.pairAccuracy).toMatchObject({ value: null, n: 0 });
  expect(verdicts.auc.why).toBe("Only critiques can be compared between problems.");
});

test("agreement with people: winners, ties, and grades", () => {
  const judged: JudgedPair[] = [
    { first: 9, second: 1, answer: "first" },
    { first: 8, second: 2, answer: "second" },
    { first: 5, second: 5, answer: "tie" },
  ];
  const graded = [path(1, 9, { grade: 8 }), path(1, 3, { grade: 3 }), path(2, 6, { grade: 7 })];
  const { people } = measureTrust(critique, graded, judged, []);
  expect(people.pairAccuracy).toMatchObject({ value: 0.5, n: 2 });
  expect(people.grades.meanError).toMatchObject({ value: expect.closeTo(2 / 3, 10), n: 3 });
  expect(people.grades.spearman.value).toBe(1);
});

test("a bias for length and for a side shows", () => {
  const paths = [
    path(1, 2, { words: 10 }),
    path(1, 8, { words: 90 }),
    path(2, 1, { words: 5 }),
    path(2, 4, { words: 6 }),
  ];
  const compared = [
    { firstLeft: 1, firstRight: -1 },
    { firstLeft: 1, firstRight: 1 },
    { firstLeft: null, firstRight: 0 },
  ];
  const { length, position } = measureTrust(reward, paths, [], compared);
  expect(length.longerWins).toMatchObject({ value: 1, n: 2 });
  expect(length.spearman.value).toBe(1);
  expect(position).toMatchObject({
    comparisons: 3,
    inconsistent: { value: 0.5, n: 2 },
    leftWins: { value: 0.75, n: 4 },
  });
});

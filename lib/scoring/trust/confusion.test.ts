import fc from "fast-check";
import { expect, test } from "vitest";
import { trust } from "../contract/trust.ts";
import { confusionOf } from "./confusion.ts";
import type { ScoredPath } from "./problem-groups.ts";

const path: fc.Arbitrary<ScoredPath> = fc.record({
  pathId: fc.nat(),
  problemId: fc.integer({ min: 1, max: 5 }),
  value: fc.double({ min: -20, max: 20, noNaN: true }),
  verdict: fc.constantFrom("correct", "incorrect", "unverifiable", "error", null),
  grade: fc.constant(null),
});
const paths = fc.array(path, { maxLength: 40 });
const sum = (rows: ReturnType<typeof confusionOf>) =>
  rows.reduce(
    (total, { correct, incorrect, unverifiable, error, unchecked }) =>
      total + correct + incorrect + unverifiable + error + unchecked,
    0,
  );

test("every critique counts once, in ten rows", () => {
  fc.assert(
    fc.property(paths, (rows) => {
      const found = confusionOf("critique", rows);
      expect(trust.shape.confusion.parse(found)).toEqual(found);
      expect(found.map(({ from, to }) => [from, to])).toEqual(
        Array.from({ length: 10 }, (_, at) => [at + 1, at + 1]),
      );
      expect(sum(found)).toBe(rows.length);
    }),
  );
});

test("every reward of a problem with two counts once, wherever the problem's rewards lie", () => {
  fc.assert(
    fc.property(paths, (rows) => {
      const counted = rows.filter(
        (row) => rows.filter(({ problemId }) => problemId === row.problemId).length > 1,
      );
      const found = confusionOf("reward", rows);
      expect(found).toHaveLength(10);
      expect(sum(found)).toBe(counted.length);
      const scaled = rows.map((row) => ({ ...row, value: row.value * 4 }));
      expect(confusionOf("reward", scaled)).toEqual(found);
    }),
  );
});

test("of ten rewards each tenth has one, the highest in the last row", () => {
  const rows = Array.from(
    { length: 10 },
    (_, at): ScoredPath => ({
      pathId: at,
      problemId: 1,
      value: 100 * at,
      verdict: at === 9 ? "correct" : "incorrect",
      grade: null,
    }),
  );
  const found = confusionOf("reward", rows);
  expect(found.map(({ correct, incorrect }) => correct + incorrect)).toEqual(new Array(10).fill(1));
  expect(found.at(-1)).toMatchObject({ from: 0.9, to: 1, correct: 1 });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAnswers } from "#lib/answers/equal.ts";
import { agree, type CountedAnswer } from "./agreement.ts";

/** Ways to write a few values; equal ones are equal by comparison. */
const SPELLINGS = [
  ["18", "18.0", "$18$", "\\$18", "18 dollars"],
  ["1/2", "0.5", "\\frac{1}{2}", "\\frac12"],
  ["(1,2)", "(1, 2)"],
  ["Sunday", "\\text{Sunday}"],
  ["7", "7.00"],
];
const groupOf = (answer: string) => SPELLINGS.findIndex((group) => group.includes(answer));

const counted = fc.uniqueArray(
  fc.record({ answer: fc.constantFrom(...SPELLINGS.flat()), paths: fc.integer({ min: 1, max: 9 }) }),
  { selector: ({ answer }) => answer },
);
const answered = (all: readonly CountedAnswer[]) => all.reduce((sum, { paths }) => sum + paths, 0);
const totals = (all: readonly CountedAnswer[]) => ({ paths: answered(all) + 3, answered: answered(all) });

test("every path counts for one answer, in a spelling that occurs, the most frequent answer first", () => {
  fc.assert(
    fc.property(counted, (all) => {
      const { answers } = agree(all, totals(all));
      expect(answered(answers)).toBe(answered(all));
      for (const { answer, paths } of answers) {
        const same = all.filter((one) => groupOf(one.answer) === groupOf(answer));
        expect(paths).toBe(answered(same));
        expect(same.find((one) => one.answer === answer)?.paths).toBe(
          Math.max(...same.map((one) => one.paths)),
        );
      }
      expect(answers.map(({ paths }) => paths)).toEqual(
        answers.map(({ paths }) => paths).toSorted((a, b) => b - a),
      );
    }),
  );
});

test("no two answers that it tells apart are equal by comparison, and the order of the rows doesn't matter", () => {
  fc.assert(
    fc.property(counted, fc.nat(), (all, turn) => {
      const found = agree(all, totals(all));
      const at = all.length === 0 ? 0 : turn % all.length;
      expect(agree([...all.slice(at), ...all.slice(0, at)], totals(all))).toEqual(found);
      for (const [index, one] of found.answers.entries()) {
        for (const other of found.answers.slice(index + 1)) {
          expect(compareAnswers(one.answer, other.answer).outcome).not.toBe("equal");
        }
      }
    }),
  );
});

test("the majority is the first answer, unless another has as many paths or fewer than two paths answer", () => {
  fc.assert(
    fc.property(counted, (all) => {
      const { answers, majority } = agree(all, totals(all));
      const [first, second] = answers;
      const clear = first !== undefined && answered(all) >= 2 && first.paths !== second?.paths;
      expect(majority).toBe(clear ? first.answer : null);
    }),
  );
  expect(agree([{ answer: "5", paths: 1 }], { paths: 1, answered: 1 }).majority).toBeNull();
});

test("at most 20 answers are shown, and the totals stay what they are", () => {
  const all = Array.from({ length: 40 }, (_, n) => ({ answer: String(n), paths: n + 1 }));
  const found = agree(all, { paths: 1000, answered: 900 });
  expect(found).toMatchObject({ paths: 1000, answered: 900, majority: "39" });
  expect(found.answers.map(({ answer }) => Number(answer))).toEqual(
    Array.from({ length: 20 }, (_, n) => 39 - n),
  );
});

test("500 hostile answers take a bounded number of steps, and stay apart beyond it", () => {
  const steps = { taken: 0, limit: 100_000 };
  const all = Array.from({ length: 500 }, (_, n) => ({
    answer: `${"(".repeat(n % 50)}9^{9^{9^9}}+${n}`,
    paths: 1,
  }));
  expect(agree(all, totals(all), steps).majority).toBeNull();
  expect(steps.taken).toBeGreaterThan(steps.limit);
});

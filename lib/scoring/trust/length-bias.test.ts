import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthBias, type MeasuredPath } from "./length-bias.ts";

const path: fc.Arbitrary<MeasuredPath> = fc.record({
  problemId: fc.integer({ min: 1, max: 4 }),
  value: fc.integer({ min: 1, max: 6 }),
  verdict: fc.constantFrom("correct", "incorrect", null),
  words: fc.integer({ min: 1, max: 6 }),
});

test("a scorer that counts words always lets the longer one win, and the opposite one never", () => {
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const likes = lengthBias(paths.map((one) => ({ ...one, value: 2 * one.words })));
      const dislikes = lengthBias(paths.map((one) => ({ ...one, value: -one.words })));
      expect(dislikes.longerWins.n).toBe(likes.longerWins.n);
      if (likes.longerWins.value === null) expect(likes.longerWins.why).toContain("different length");
      else expect([likes.longerWins.value, dislikes.longerWins.value]).toEqual([1, 0]);
      if (likes.spearman.value !== null) {
        expect(likes.spearman.value).toBeCloseTo(1, 12);
        expect(dislikes.spearman.value).toBeCloseTo(-1, 12);
      }
    }),
  );
});

test("paths with other verdicts, of other problems or unchecked are not compared", () => {
  const one = { problemId: 1, value: 1, verdict: "correct", words: 5 } as const;
  const others: MeasuredPath[] = [
    { ...one, verdict: "incorrect", words: 9 },
    { ...one, problemId: 2, words: 9 },
    { ...one, verdict: null, words: 9 },
    { ...one, verdict: null, words: 7 },
  ];
  expect(lengthBias([one, ...others]).longerWins).toMatchObject({ value: null, n: 0 });
  expect(lengthBias([one, { ...one, value: 1, words: 6 }]).longerWins).toMatchObject({ value: 0.5, n: 1 });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOfSequences, MEASURES, scoreOf } from "./measure.ts";

const sizes = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }))
  .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), fc.nat(Math.min(a, b))));

describe.each(MEASURES)("the score by %s", (measure) => {
  test("lies between 0 and 1, and is 1 for all of both", () => {
    fc.assert(
      fc.property(sizes, ([a, b, shared]) => {
        const score = scoreOf(measure, shared, a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score === 1).toBe(shared === a && shared === b);
        expect(scoreOf(measure, a, a, a)).toBe(1);
      }),
    );
  });

  test("grows with what is shared", () => {
    fc.assert(
      fc.property(sizes, ([a, b, shared]) => {
        if (shared > 0)
          expect(scoreOf(measure, shared, a, b)).toBeGreaterThan(scoreOf(measure, shared - 1, a, b));
      }),
    );
  });

  test("of texts without parts is 0", () => {
    expect(scoreOf(measure, 0, 0, 0)).toBe(0);
    expect(scoreOf(measure, 0, 0, 5)).toBe(0);
  });
});

test("the scores of 3 shared of 4 and 6", () => {
  expect(MEASURES.map((measure) => scoreOf(measure, 3, 4, 6))).toEqual([0.6, 0.5, 3 / 7, 3 / 7]);
});

test("only ROUGE-L and the longest common subsequence mind the order of words", () => {
  expect(MEASURES.filter(isOfSequences)).toEqual(["rouge-l", "lcs"]);
});

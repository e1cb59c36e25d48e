import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES, scoreOf } from "./measure.ts";
import { leastSize, neededFor, SLACK } from "./needed.ts";

const pairs = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }))
  .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), fc.nat(Math.min(a, b))));

describe.each(MEASURES)("what is needed by %s", (measure) => {
  test("is never more than what reaches the score, even by the last bit", () => {
    fc.assert(
      fc.property(pairs, ([a, b, shared]) => {
        const needed = neededFor(measure, scoreOf(measure, shared, a, b), a);
        expect(shared + SLACK).toBeGreaterThanOrEqual(Math.max(needed.slope * b + needed.base, needed.floor));
        expect(b).toBeGreaterThanOrEqual(leastSize(needed));
      }),
      { numRuns: 1_000 },
    );
  });

  test("leaves out what falls short by a part", () => {
    fc.assert(
      fc.property(pairs, ([a, b, shared]) => {
        if (shared === 0) return;
        const { slope, base, floor } = neededFor(measure, scoreOf(measure, shared, a, b), a);
        expect(shared - 1 + SLACK).toBeLessThan(Math.max(slope * b + base, floor));
      }),
    );
  });

  test("leaves out texts too short to reach a score, and no other for its size", () => {
    for (const a of [1, 10, 43]) {
      for (const score of [0.3, 0.7, 1]) {
        const least = Math.ceil(leastSize(neededFor(measure, score, a)));
        expect(scoreOf(measure, Math.min(a, least), a, least)).toBeGreaterThanOrEqual(score);
        expect(scoreOf(measure, least - 1, a, least - 1)).toBeLessThan(score);
      }
    }
  });
});

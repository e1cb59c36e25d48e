import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ranking, ranked, rankingOf, ranksOf } from "./ranking.ts";

test("places are ranked as they are named, ties with the one before", () => {
  let ranking: Ranking = [];
  for (const [place, ties] of [
    [2, false],
    [0, true],
    [1, false],
  ] as const)
    ranking = ranked(ranking, place, ties);
  expect(ranksOf(ranking, 3)).toEqual([1, 2, 1]);
  expect(ranksOf(ranking, 4)).toBeNull();
  expect(ranked(ranking, 2, false)).toBe(ranking);
  expect(ranked([], 1, true)).toEqual([{ place: 1, ties: false }]);
});

test("ranks come back as the order that they were", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 9 }), (ranks) => {
      const again = ranksOf(rankingOf(ranks), ranks.length) ?? [];
      for (const [i, a] of ranks.entries())
        for (const [j, b] of ranks.entries())
          expect(Math.sign((again[i] ?? 0) - (again[j] ?? 0))).toBe(Math.sign(a - b));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { categoryOf, isCategory } from "#lib/review/category.ts";
import { entryOf, NO_RANKS, rankingCategory, withoutLast, withPath } from "./ranking-entry.ts";

const ranking = fc
  .uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 9 })
  .chain((paths) =>
    fc.record({
      paths: fc.constant(paths),
      keys: fc.array(fc.record({ at: fc.nat({ max: 8 }), joins: fc.boolean() }), { maxLength: 30 }),
    }),
  );

test("whatever keys are pressed, an entry names each path at most once, and when whole is a category of the unit", () => {
  fc.assert(
    fc.property(ranking, ({ paths, keys }) => {
      let entry = NO_RANKS;
      for (const { at, joins } of keys) {
        const path = paths[at];
        if (path !== undefined) entry = withPath({ ranks: entry.ranks, joins }, path);
      }
      const named = entry.ranks.flat();
      expect(new Set(named).size).toBe(named.length);
      const category = rankingCategory(entry, paths);
      expect(category !== null).toBe(named.length === paths.length);
      if (category !== null) expect(isCategory("ranking", category, paths)).toBe(true);
    }),
  );
});

test("an entry is spelled as a reviewer's answer of the same order is", () => {
  const ranks = [
    { pathId: 12, rank: 1 },
    { pathId: 7, rank: 2 },
    { pathId: 9, rank: 2 },
    { pathId: 3, rank: 3 },
  ];
  let entry = withPath(withPath(NO_RANKS, 12), 9);
  entry = withPath(withPath({ ...entry, joins: true }, 7), 3);
  expect(rankingCategory(entry, [3, 7, 9, 12])).toBe(categoryOf({ kind: "ranking", ranks }));
  expect(rankingCategory(entryOf("12>7=9>3"), [3, 7, 9, 12])).toBe("12>7=9>3");
});

test("what was put in last is taken back first, a wish to share the rank before its path", () => {
  const entry = withPath({ ...withPath(NO_RANKS, 1), joins: true }, 2);
  expect(withoutLast({ ...entry, joins: true })).toEqual(entry);
  expect(withoutLast(entry)).toEqual({ ranks: [[1]], joins: false });
  expect(withoutLast(withoutLast(entry))).toEqual(NO_RANKS);
  expect(withoutLast(NO_RANKS)).toEqual(NO_RANKS);
});

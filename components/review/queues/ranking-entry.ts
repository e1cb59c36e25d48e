/**
 * A ranking as it is put in by keys, best first: one list of path ids for each rank. `joins`: the next path shares the
 * rank of the last one.
 */
export interface RankingEntry {
  ranks: readonly (readonly number[])[];
  joins: boolean;
}

export const NO_RANKS: RankingEntry = { ranks: [], joins: false };

/** The entry after a path is named; one that has its rank already is left where it is. */
export function withPath({ ranks, joins }: RankingEntry, path: number): RankingEntry {
  if (ranks.flat().includes(path)) return { ranks, joins };
  const last = ranks.at(-1);
  if (joins && last) return { ranks: [...ranks.slice(0, -1), [...last, path]], joins: false };
  return { ranks: [...ranks, [path]], joins: false };
}

/** The entry without what was put in last. */
export function withoutLast({ ranks, joins }: RankingEntry): RankingEntry {
  if (joins) return { ranks, joins: false };
  const last = ranks.at(-1);
  if (last === undefined) return NO_RANKS;
  const before = ranks.slice(0, -1);
  return { ranks: last.length === 1 ? before : [...before, last.slice(0, -1)], joins: false };
}

/** The category (see lib/review/category.ts) of an entry that names each of the paths; else null. */
export function rankingCategory({ ranks }: RankingEntry, paths: readonly number[]): string | null {
  const named = ranks.flat();
  if (named.length !== paths.length || !paths.every((id) => named.includes(id))) return null;
  return ranks.map((rank) => rank.toSorted((a, b) => a - b).join("=")).join(">");
}

/** The entry that gives a category. */
export function entryOf(category: string): RankingEntry {
  return { ranks: category.split(">").map((rank) => rank.split("=").map(Number)), joins: false };
}

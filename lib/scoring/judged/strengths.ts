import { bradleyTerry } from "#lib/statistics/bradley-terry.ts";

/** How often two of a kind were judged with this outcome. */
export interface Judged<Key> {
  first: Key;
  second: Key;
  outcome: "first" | "second" | "tie";
  count: number;
}

export interface Strength<Key> {
  key: Key;
  /** In log-odds against the mean of its group. */
  strength: number;
  /** Standard error. */
  error: number;
  /** Only those with the same group were compared, be it through others: counts from 0, in the order of `results`. */
  group: number;
  wins: number;
  ties: number;
  losses: number;
}

/**
 * Strengths by people's judgements: Bradley–Terry with Davidson's ties (see lib/statistics/bradley-terry.ts), each
 * judgement one result. What is judged against itself says nothing and is left out. In the order of first appearance.
 */
export function strengthsOf<Key extends string | number>(results: readonly Judged<Key>[]): Strength<Key>[] {
  const places = new Map<Key, number>();
  const tallies: { key: Key; wins: number; ties: number; losses: number }[] = [];
  const placeOf = (key: Key): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, tallies.length);
    return tallies.push({ key, wins: 0, ties: 0, losses: 0 }) - 1;
  };
  const games = results.flatMap(({ first, second, outcome, count }) => {
    if (first === second) return [];
    const [a, b] = [placeOf(first), placeOf(second)];
    const [one, other] = [tallies[a], tallies[b]];
    if (!one || !other) return [];
    one[outcome === "tie" ? "ties" : outcome === "first" ? "wins" : "losses"] += count;
    other[outcome === "tie" ? "ties" : outcome === "first" ? "losses" : "wins"] += count;
    return [{ a, b, outcome: SIDE[outcome], weight: count }];
  });
  const fitted = bradleyTerry(tallies.length, games);
  const groups = [...new Set(fitted.components)];
  return tallies.map((tally, at) => ({
    ...tally,
    strength: fitted.strengths[at] ?? 0,
    error: fitted.errors[at] ?? 0,
    group: groups.indexOf(fitted.components[at] ?? at),
  }));
}

const SIDE = { first: "a", second: "b", tie: "tie" } as const;

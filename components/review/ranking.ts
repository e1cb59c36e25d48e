/** Places from 0 in order, best first; each with whether it ties with the one before it. */
export type Ranking = readonly { place: number; ties: boolean }[];

/** A place is next in the order. One that is in it already stays where it is. */
export function ranked(ranking: Ranking, place: number, ties: boolean): Ranking {
  if (ranking.some((one) => one.place === place)) return ranking;
  return [...ranking, { place, ties: ties && ranking.length > 0 }];
}

/** The ranks of `places` places as an answer says them; null while some are missing. */
export function ranksOf(ranking: Ranking, places: number): number[] | null {
  if (ranking.length < places) return null;
  const ranks = new Array<number>(places).fill(1);
  let rank = 0;
  for (const { place, ties } of ranking) {
    if (!ties) rank += 1;
    ranks[place] = rank;
  }
  return ranks;
}

/** The order that ranks are, for an answer that comes back. */
export function rankingOf(ranks: readonly number[]): Ranking {
  const places = ranks
    .map((rank, place) => ({ rank, place }))
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place);
  return places.map(({ place, rank }, at) => ({ place, ties: places[at - 1]?.rank === rank }));
}

import { midRanks } from "#lib/statistics/ranks.ts";

/** Two measures of one thing. */
export type Measures = readonly [number, number];

/**
 * Rank correlation within groups, −1 to 1: each group's mid-ranks are set around their mean and divided by the group's
 * size, and Pearson's correlation is taken of all of them together. With one group it is Spearman's. What differs
 * between groups counts for nothing. `n` counts what stands in groups of two and more; null where a side doesn't vary
 * within any group.
 */
export function withinRankCorrelation(groups: readonly (readonly Measures[])[]): {
  value: number | null;
  n: number;
} {
  let [both, squaresA, squaresB, n] = [0, 0, 0, 0];
  for (const group of groups) {
    if (group.length < 2) continue;
    n += group.length;
    const a = midRanks(group.map(([one]) => one));
    const b = midRanks(group.map(([, other]) => other));
    const mean = (group.length + 1) / 2;
    for (let at = 0; at < group.length; at += 1) {
      const x = ((a[at] ?? mean) - mean) / group.length;
      const y = ((b[at] ?? mean) - mean) / group.length;
      both += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
  }
  if (squaresA === 0 || squaresB === 0) return { value: null, n };
  return { value: Math.max(-1, Math.min(1, both / Math.sqrt(squaresA * squaresB))), n };
}

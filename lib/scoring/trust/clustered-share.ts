import { wilson } from "#lib/statistics/wilson.ts";

/** What was right of how much, in one cluster: here a problem. `right` may be a half for ties. */
export interface Cluster {
  right: number;
  of: number;
}

export interface Share {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

/**
 * The share that is right over all clusters, with a 95 % interval that knows that what is in one cluster hangs
 * together: the variance of a ratio over clusters (Cochran 1977, chapter 6) says how many independent trials it is
 * worth, and Wilson's interval is taken of those (as Korn & Graubard 1998 do with Clopper and Pearson's). Where all or
 * none is right each cluster is one trial. Null for nothing; no interval for one cluster.
 */
export function clusteredShare(all: readonly Cluster[]): Share {
  const clusters = all.filter(({ of }) => of > 0);
  const n = clusters.reduce((sum, { of }) => sum + of, 0);
  if (n === 0) return { value: null, low: null, high: null, n };
  const value = clusters.reduce((sum, { right }) => sum + right, 0) / n;
  if (clusters.length < 2) return { value, low: null, high: null, n };
  const squares = clusters.reduce((sum, { right, of }) => sum + (right - value * of) ** 2, 0);
  const variance = ((clusters.length / (clusters.length - 1)) * squares) / n ** 2;
  const spread = value * (1 - value);
  const worth = spread > 0 && variance > 0 ? Math.min(n, spread / variance) : clusters.length;
  const interval = wilson(value * worth, worth);
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, n };
}

import type { SparseRow } from "#lib/statistics/logistic.ts";
import type { DecidingFeature } from "../contract.ts";
import { FEATURES } from "./path-features.ts";

const SHOWN = 6;

/**
 * What decided a score: the readable features whose contributions, weight times scaled value, are largest, and all words
 * together as one. In log-odds.
 */
export function decidingFeatures(
  weights: Float64Array,
  row: SparseRow,
  readable: readonly number[],
): DecidingFeature[] {
  const contributions = new Array<number>(FEATURES.length + 1).fill(0);
  for (let at = 0; at < row.index.length; at += 1) {
    const column = Math.min(row.index[at] ?? 0, FEATURES.length);
    contributions[column] =
      (contributions[column] ?? 0) + (weights[row.index[at] ?? 0] ?? 0) * (row.value[at] ?? 0);
  }
  return [...FEATURES, { name: "wording", label: "Its wording" }]
    .map(({ name, label }, at) => ({
      name,
      label,
      value: readable[at] ?? 0,
      contribution: contributions[at] ?? 0,
    }))
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, SHOWN);
}

import { midRanks } from "./ranks.ts";

/**
 * Spearman's rank correlation, −1 to 1: Pearson's correlation of mid-ranks, which is right with ties too. Null where
 * one side doesn't vary, or there are fewer than two values. O(n log n).
 */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  return pearson(midRanks(a), midRanks(b));
}

/** Pearson's product-moment correlation, −1 to 1; null where one side doesn't vary. */
export function pearson(a: readonly number[], b: readonly number[]): number | null {
  const n = Math.min(a.length, b.length);
  if (n < 2) return null;
  const meanA = mean(a);
  const meanB = mean(b);
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let at = 0; at < n; at += 1) {
    const x = (a[at] ?? 0) - meanA;
    const y = (b[at] ?? 0) - meanB;
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  if (squaresA === 0 || squaresB === 0) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(squaresA * squaresB)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

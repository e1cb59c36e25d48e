import { featuresOf } from "#lib/problems/classifier/features.ts";
import type { SparseRow } from "#lib/statistics/logistic.ts";
import { FEATURES, ownText, pathFeatures, type SeenPath } from "./path-features.ts";

/** Buckets of the hashed words; columns 0 … FEATURES.length − 1 are the readable features. */
export const BUCKETS = 2 ** 13;
export const COLUMNS = FEATURES.length + BUCKETS;

/** How a readable feature is brought to mean 0 and deviation 1. */
export interface Scaling {
  means: number[];
  deviations: number[];
}

/** A path's features before they are scaled. */
export interface RawRow {
  id: number;
  readable: number[];
  /** Hashed words and pairs of words, of length 1 as a vector. */
  hashed: SparseRow;
}

export function rawRows(problem: string, paths: readonly SeenPath[]): RawRow[] {
  const readable = pathFeatures(problem, paths);
  return paths.map(({ id, segments }, at) => ({
    id,
    readable: readable[at] ?? [],
    hashed: hashedWords(ownText(segments)),
  }));
}

/** Numbers are the problem's own affair: words say how somebody reasons. */
function hashedWords(text: string): SparseRow {
  const { features, amounts } = featuresOf(text.replace(/\d+/g, "0"), BUCKETS);
  const damped = Float64Array.from(amounts, (amount) => Math.log1p(amount));
  const length = Math.sqrt(damped.reduce((sum, part) => sum + part * part, 0)) || 1;
  return { index: Int32Array.from(features), value: damped.map((part) => part / length) };
}

export function scalingOf(rows: readonly RawRow[]): Scaling {
  const columns = FEATURES.map((_, at) => rows.map(({ readable }) => readable[at] ?? 0));
  const means = columns.map(
    (column) => column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length),
  );
  const deviations = columns.map((column, at) => {
    const mean = means[at] ?? 0;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, column.length);
    return Math.sqrt(variance) || 1;
  });
  return { means, deviations };
}

export function scaledRow({ readable, hashed }: RawRow, { means, deviations }: Scaling): SparseRow {
  const dense = readable.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1));
  const index = new Int32Array(dense.length + hashed.index.length);
  const value = new Float64Array(index.length);
  for (const [at, part] of dense.entries()) {
    index[at] = at;
    value[at] = part;
  }
  for (let at = 0; at < hashed.index.length; at += 1) {
    index[dense.length + at] = FEATURES.length + (hashed.index[at] ?? 0);
    value[dense.length + at] = hashed.value[at] ?? 0;
  }
  return { index, value };
}

/** The difference of two rows: what speaks for the first against the second. */
export function differenceOf(a: SparseRow, b: SparseRow): SparseRow {
  const sums = new Map<number, number>();
  for (let at = 0; at < a.index.length; at += 1) sums.set(a.index[at] ?? 0, a.value[at] ?? 0);
  for (let at = 0; at < b.index.length; at += 1) {
    const column = b.index[at] ?? 0;
    sums.set(column, (sums.get(column) ?? 0) - (b.value[at] ?? 0));
  }
  return { index: Int32Array.from(sums.keys()), value: Float64Array.from(sums.values()) };
}

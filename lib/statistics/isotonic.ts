export interface IsotonicFit {
  /** Scores at which a step begins, ascending. */
  thresholds: number[];
  /** Value from each threshold on, not decreasing, from 0 to 1. */
  values: number[];
}

/**
 * The non-decreasing step function that fits labels best in squared error, by pooling adjacent violators (Ayer et al.
 * 1955; Zadrozny & Elkan 2002 for calibration). O(n log n).
 */
export function isotonic(scores: readonly number[], labels: readonly number[]): IsotonicFit {
  const rows = scores.map((score, at) => ({ score, label: labels[at] ?? 0 }));
  const blocks: { score: number; sum: number; count: number }[] = [];
  for (const { score, label } of rows.toSorted((a, b) => a.score - b.score)) {
    const last = blocks.at(-1);
    if (last && last.score === score) {
      last.sum += label;
      last.count += 1;
    } else blocks.push({ score, sum: label, count: 1 });
  }
  const pooled: typeof blocks = [];
  for (const block of blocks) {
    let here = block;
    for (
      let last = pooled.at(-1);
      last && last.sum * here.count >= here.sum * last.count;
      last = pooled.at(-1)
    ) {
      pooled.pop();
      here = { score: last.score, sum: last.sum + here.sum, count: last.count + here.count };
    }
    pooled.push(here);
  }
  return {
    thresholds: pooled.map(({ score }) => score),
    values: pooled.map(({ sum, count }) => sum / count),
  };
}

/** The fitted value of a score; below the first threshold, the first value. */
export function isotonicValue({ thresholds, values }: IsotonicFit, score: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((thresholds[middle] ?? 0) <= score) low = middle + 1;
    else high = middle;
  }
  return values[Math.max(0, low - 1)] ?? 0.5;
}

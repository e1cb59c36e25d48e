import { logisticRegression, sigmoid } from "./logistic.ts";

export interface PlattFit {
  slope: number;
  intercept: number;
}

/**
 * Turns scores into probabilities by a sigmoid that is fitted to labels (Platt 1999), which are drawn in a little as
 * he proposes, so that a perfect split doesn't make certainties. Labels 0 to 1.
 */
export function platt(scores: readonly number[], labels: readonly number[]): PlattFit {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const negatives = labels.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const { weights, intercept } = logisticRegression({
    rows: scores.map((score) => ({ index: Int32Array.of(0), value: Float64Array.of(score) })),
    labels: labels.map((label) => low + label * (high - low)),
    columns: 1,
    l2: 1e-6,
  });
  return { slope: weights[0] ?? 0, intercept };
}

export function plattValue({ slope, intercept }: PlattFit, score: number): number {
  return sigmoid(slope * score + intercept);
}

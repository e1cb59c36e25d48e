import { midRanks } from "./ranks.ts";

/**
 * Area under the ROC curve: how likely a positive one is to score higher than a negative one, ties one half (Mann and
 * Whitney's U over the product of both counts; Hanley & McNeil 1982). Null without one of each class. O(n log n).
 */
export function auc(scores: readonly number[], labels: readonly boolean[]): number | null {
  const positives = labels.filter(Boolean).length;
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const ranks = midRanks(scores);
  const sum = ranks.reduce((total, rank, at) => (labels[at] ? total + rank : total), 0);
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

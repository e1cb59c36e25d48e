import { MEASURES, type Measure } from "#lib/similarity/measure.ts";
import type { DropReason, Gates, Thresholds } from "./contract.ts";

/** A neighbour as a run knows it: a problem by its row, an earlier candidate of the run by its slot and place. */
export interface FoundNeighbour {
  of: { problem: number } | { slot: number; place: number };
  score: number;
}

/** For each measure the nearest of what came before; without those that had nothing to compare with. */
export type FoundNearest = Partial<Record<Measure, FoundNeighbour>>;

export type Judgement = { state: "accepted" } | { state: "dropped"; reason: DropReason; detail: string };

export const MEASURE_NAMES: Record<Measure, string> = {
  "rouge-l": "ROUGE-L",
  lcs: "LCS ratio",
  "jaccard-words": "Jaccard of words",
  "jaccard-chars": "Jaccard of characters",
};

function named({ of }: FoundNeighbour): string {
  return "problem" in of ? `problem ${of.problem}` : "an earlier candidate of this run";
}

/**
 * Decides whether a candidate is new. It isn't where its nearest reaches the threshold of some measure; and where a
 * problem of the test split is as near as `contamination`, by ROUGE-L, it must not be trained on. `nearestTest` is
 * the nearest of the test split.
 */
export function judgeCandidate(
  nearest: FoundNearest,
  nearestTest: FoundNeighbour | null,
  { thresholds, gates }: { thresholds: Thresholds; gates: Pick<Gates, "contamination"> },
): Judgement {
  if (nearestTest && nearestTest.score >= gates.contamination) {
    return {
      state: "dropped",
      reason: "contamination",
      detail: `ROUGE-L ${nearestTest.score.toFixed(2)} to ${named(nearestTest)} of the test split.`,
    };
  }
  for (const measure of MEASURES) {
    const [found, threshold] = [nearest[measure], thresholds[measure]];
    if (!found || threshold === null || found.score < threshold) continue;
    return {
      state: "dropped",
      reason: "similar",
      detail: `${MEASURE_NAMES[measure]} ${found.score.toFixed(2)} to ${named(found)}, from ${threshold} on it is dropped.`,
    };
  }
  return { state: "accepted" };
}

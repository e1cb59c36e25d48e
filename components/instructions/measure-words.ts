import type { CandidateMeasure } from "#lib/instructions/contract.ts";

/** The measures of likeness in the order in which they are shown. */
export const MEASURES: readonly CandidateMeasure[] = ["rouge-l", "lcs", "jaccard-words", "jaccard-chars"];

export const MEASURE_LABEL: Record<CandidateMeasure, string> = {
  "rouge-l": "ROUGE-L",
  lcs: "LCS ratio",
  "jaccard-words": "Jaccard, words",
  "jaccard-chars": "Jaccard, characters",
};

import type { Measure } from "#lib/similarity/measure.ts";

export const MEASURE_LABEL: Record<Measure, string> = {
  "rouge-l": "ROUGE-L",
  lcs: "LCS ratio",
  "jaccard-words": "Jaccard, words",
  "jaccard-chars": "Jaccard, characters",
};

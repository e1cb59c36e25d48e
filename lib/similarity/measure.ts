/** What two texts are compared by. */
export const MEASURES = ["rouge-l", "lcs", "jaccard-words", "jaccard-chars"] as const;
export type Measure = (typeof MEASURES)[number];

/** True for measures of tokens in their order; false for those of sets. */
export function isOfSequences(measure: Measure): boolean {
  return measure === "rouge-l" || measure === "lcs";
}

/**
 * The score of two texts of `a` and `b` parts that have `shared` parts in common, between 0 and 1.
 *
 * - `rouge-l`: parts are tokens, shared is the length of the longest common subsequence; 2 · shared / (a + b), which
 *   is the F-measure of precision and recall in rouge-score (C.-Y. Lin, "ROUGE: a package for automatic evaluation of
 *   summaries", 2004, with β = 1). As Self-Instruct filters (Wang et al. 2023).
 * - `lcs`: the same parts; shared / max(a, b), the normalised similarity of rapidfuzz's LCSseq.
 * - `jaccard-words`, `jaccard-chars`: parts are the members of sets (tokens; runs of characters), shared those in both;
 *   shared / (a + b − shared) (P. Jaccard, 1901).
 *
 * A text without parts is like no other, not even itself: its score is 0, as in rouge-score. Each score is one
 * division of two integers, so it is the double nearest to the exact value, it never falls when `shared` grows, and a
 * threshold such as 0.7 is reached exactly where the fraction is 7/10 or more.
 */
export function scoreOf(measure: Measure, shared: number, a: number, b: number): number {
  if (shared === 0) return 0;
  if (measure === "rouge-l") return (2 * shared) / (a + b);
  if (measure === "lcs") return shared / Math.max(a, b);
  return shared / (a + b - shared);
}

/**
 * A score from 0 to 1 with two decimals, cut and not rounded: what is shown as 0.70 reaches a threshold of 0.7, and
 * what doesn't reach it never looks as if it did. Null where there is none.
 */
export function scoreText(score: number | null): string | null {
  if (score === null) return null;
  const hundredths = Math.floor(score * 100);
  // Multiplying may fall short of a whole number of hundredths, or come out above it.
  const exact =
    (hundredths + 1) / 100 <= score ? hundredths + 1 : hundredths / 100 > score ? hundredths - 1 : hundredths;
  return (exact / 100).toFixed(2);
}

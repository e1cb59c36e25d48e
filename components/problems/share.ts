/** Share of correct paths to three decimals, "0.563"; null where there are no paths. */
export function shareText(correct: number, paths: number): string | null {
  return paths === 0 ? null : (correct / paths).toFixed(3);
}

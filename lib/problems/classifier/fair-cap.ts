/**
 * The largest whole number `cap` for which min(size, cap), summed over all sizes, is no more than `most`: whoever asks
 * for little gets it, and the others get alike. The largest size where all fit. Sizes are whole and not negative.
 */
export function fairCap(sizes: readonly number[], most: number): number {
  const ascending = [...sizes].sort((a, b) => a - b);
  let left = most;
  for (const [at, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - at));
    if (size > share) return share;
    left -= size;
  }
  return ascending.at(-1) ?? 0;
}

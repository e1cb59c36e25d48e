/** Fewest insertions, deletions and replacements that turn one sequence into the other (Levenshtein 1966). O(n · m). */
export function levenshtein(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length < b.length) return levenshtein(b, a);
  const row = Int32Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0;
      const replaced = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, above + 1, (row[j - 1] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/**
 * Can every row be paired with a column of its own where `fits(row, column)` holds? Bipartite matching by augmenting
 * paths (Kuhn 1955); `size` rows and as many columns, at most a few dozen.
 */
export function hasPerfectMatching(size: number, fits: (row: number, column: number) => boolean): boolean {
  const rowOf = new Map<number, number>();

  const place = (row: number, tried: Set<number>): boolean => {
    for (let column = 0; column < size; column += 1) {
      if (tried.has(column) || !fits(row, column)) continue;
      tried.add(column);
      const holder = rowOf.get(column);
      if (holder === undefined || place(holder, tried)) {
        rowOf.set(column, row);
        return true;
      }
    }
    return false;
  };

  for (let row = 0; row < size; row += 1) {
    if (!place(row, new Set())) return false;
  }
  return true;
}

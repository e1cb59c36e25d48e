/** One keyset page, as `pageOf` in the contracts describes it. */
export interface Page<T> {
  items: T[];
  nextCursor: number | null;
  count: number;
}

/** A page of at most `limit` rows out of the `limit + 1` that were asked for: the extra one says there is more. */
export function pageFrom<T extends { id: number }>(
  rows: readonly T[],
  limit: number,
  count: number,
): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null, count };
}

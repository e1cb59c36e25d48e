interface Pages<Row> {
  pages: { items: Row[]; nextCursor: number | null; count: number }[];
  pageParams: (number | null)[];
}

/** A keyset list's pages without one row, and one fewer in their counts; the same where it isn't there. */
export function withoutRow<Row extends { id: number }>(data: Pages<Row>, id: number): Pages<Row> {
  if (!data.pages.some((page) => page.items.some((row) => row.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.filter((row) => row.id !== id),
      count: page.count - 1,
    })),
  };
}

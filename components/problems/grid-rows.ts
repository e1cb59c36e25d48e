import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";

interface KeysetPage<Row> {
  items: Row[];
  count: number;
}

/** A keyset list's pages as a DataGrid takes them. `total` is unknown before the first page. */
export function gridRows<Row>(query: UseInfiniteQueryResult<InfiniteData<KeysetPage<Row>>, Error>) {
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    total: pages[0]?.count,
    loading: query.isPending,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    onEndReached: () => void query.fetchNextPage(),
  };
}

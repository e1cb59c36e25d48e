import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { PairFilter } from "#lib/pairs/contract.ts";

const PAGE_ROWS = 100;

/** Pairs that match a filter, page by page. The rows before stay in view while a new filter loads. */
export const pairsQuery = (api: Api, project: string, filter: PairFilter) =>
  api.pairs.list.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      ...filter,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const pairFacetsQuery = (api: Api, project: string) =>
  api.pairs.facets.queryOptions({ input: { project } });

export const pairQuery = (api: Api, project: string, pair: number) =>
  api.pairs.get.queryOptions({ input: { project, pair } });

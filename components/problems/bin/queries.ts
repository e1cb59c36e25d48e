import type { Api } from "#components/api/api.ts";

const PAGE_ROWS = 100;

/** Problems in the bin, last deleted first. */
export const binQuery = (api: Api, project: string) =>
  api.bin.list.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });

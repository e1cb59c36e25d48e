import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { PathFilter } from "#lib/paths/contract.ts";

const PAGE_ROWS = 100;

/** Paths that match a filter, page by page. The rows before stay in view while a new filter loads. */
export const pathsQuery = (api: Api, project: string, filter: PathFilter) =>
  api.paths.list.infiniteOptions({
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

/** All paths of one problem, as far as the first page goes. */
export const problemPathsQuery = (api: Api, project: string, problem: number) =>
  api.paths.list.queryOptions({ input: { project, problem, limit: 200 } });

export const pathFacetsQuery = (api: Api, project: string) =>
  api.paths.facets.queryOptions({ input: { project } });

export const pathQuery = (api: Api, project: string, path: number) =>
  api.paths.get.queryOptions({ input: { project, path } });

/** What the paths of a problem agree on. */
export const agreementQuery = (api: Api, project: string, problem: number) =>
  api.paths.agreement.queryOptions({ input: { project, problem } });

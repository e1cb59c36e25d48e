import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";

const PAGE_ROWS = 100;

/** Problems that match a filter, page by page. The rows before stay in view while a new filter loads. */
export const problemsQuery = (api: Api, project: string, filter: ProblemFilter) =>
  api.problems.list.infiniteOptions({
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

export const problemFacetsQuery = (api: Api, project: string) =>
  api.problems.facets.queryOptions({ input: { project } });

export const problemQuery = (api: Api, project: string, problem: number) =>
  api.problems.get.queryOptions({ input: { project, problem } });

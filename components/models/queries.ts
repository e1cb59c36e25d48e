import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";

const PAGE_ROWS = 100;
const WATCH_MS = 2_000;

export const modelsQuery = (api: Api, project: string) =>
  api.models.list.queryOptions({ input: { project } });

export const hostsQuery = (api: Api) => api.models.hosts.list.queryOptions();

/** Calls of a run, newest first, page by page. While the run is live they are asked for again and again. */
export const callsQuery = (api: Api, project: string, run: number, live: boolean) =>
  api.models.calls.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      run,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: live ? WATCH_MS : false,
  });

export const callQuery = (api: Api, project: string, call: number) =>
  api.models.call.queryOptions({ input: { project, call } });

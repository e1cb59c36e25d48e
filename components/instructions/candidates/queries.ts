import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { CandidateFilter, CandidateState, Thresholds } from "#lib/instructions/contract.ts";
import type { Measure } from "#lib/similarity/measure.ts";

const PAGE_ROWS = 100;
const REPLIES = 20;

/** Candidates that match a filter, page by page. The rows before stay in view while a new filter loads. */
export const candidatesQuery = (api: Api, project: string, filter: CandidateFilter) =>
  api.candidates.list.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      ...filter,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // Decisions change rows in place; asking anew would take those away that the filter no longer fits.
    refetchOnWindowFocus: false,
  });

export const candidateFacetsQuery = (api: Api, project: string) =>
  api.candidates.facets.queryOptions({ input: { project } });

export const candidateQuery = (api: Api, project: string, candidate: number) =>
  api.candidates.get.queryOptions({ input: { project, candidate }, staleTime: 60_000 });

/** How many of a filter's candidates a decision would change: those in the other state. */
export const changingQuery = (api: Api, project: string, filter: CandidateFilter, to: CandidateState) =>
  api.candidates.list.queryOptions({
    input: { project, ...filter, state: to === "accepted" ? "dropped" : "accepted", limit: 1 },
    enabled: filter.state !== to,
    select: ({ count }) => count,
    staleTime: 0,
  });

export const histogramQuery = (api: Api, project: string, measure: Measure, run: number) =>
  api.candidates.histogram.queryOptions({ input: { project, measure, run } });

export const previewQuery = (api: Api, project: string, run: number, thresholds: Thresholds) =>
  api.candidates.previewRefilter.queryOptions({ input: { project, run, thresholds } });

export const unreadQuery = (api: Api, project: string, run: number) =>
  api.candidates.unparsed.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      run,
      limit: REPLIES,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Runs that ask a model, newest first. */
export const askingRunsQuery = (api: Api, project: string) =>
  api.runs.list.queryOptions({ input: { project, kind: "instruct", limit: 100 } });

export const familyQuery = (api: Api, project: string, problem: number) =>
  api.candidates.family.queryOptions({ input: { project, problem } });

import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { DropReason, SelectionRule } from "#lib/selection/contract.ts";

const WATCH_MS = 3_000;

/** Asks again while a run is still at one of them. */
export const selectionsQuery = (api: Api, project: string) =>
  api.selection.list.queryOptions({
    input: { project },
    refetchInterval: (query) => (query.state.data?.every(({ ready }) => ready) === false ? WATCH_MS : false),
  });

export const selectionQuery = (api: Api, project: string, selection: number) =>
  api.selection.get.queryOptions({
    input: { project, selection },
    refetchInterval: (query) => (query.state.data?.ready === false ? WATCH_MS : false),
  });

export const embeddingsQuery = (api: Api, project: string) =>
  api.selection.embeddings.queryOptions({ input: { project } });

export const previewQuery = (api: Api, project: string, rule: SelectionRule) =>
  api.selection.preview.queryOptions({ input: { project, rule }, placeholderData: keepPreviousData });

export interface RowFilter {
  kept?: boolean;
  reason?: DropReason;
  model?: string;
  problem?: number;
}

const PAGE_ROWS = 100;

export const rowsQuery = (api: Api, project: string, selection: number, filter: RowFilter) =>
  api.selection.rows.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      selection,
      ...filter,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const rowQuery = (api: Api, project: string, selection: number, path: number) =>
  api.selection.row.queryOptions({ input: { project, selection, path } });

/** By one selection; null: the newest. */
export const earningsQuery = (api: Api, project: string, selection: number | null) =>
  api.selection.earnings.queryOptions({
    input: { project, ...(selection === null ? {} : { selection }) },
    placeholderData: keepPreviousData,
  });

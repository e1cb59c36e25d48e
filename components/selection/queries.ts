import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { DropReason, SelectionRule } from "#lib/selection/contract.ts";

export const selectionsQuery = (api: Api, project: string) =>
  api.selection.list.queryOptions({ input: { project } });

export const selectionQuery = (api: Api, project: string, selection: number) =>
  api.selection.get.queryOptions({ input: { project, selection } });

export const previewQuery = (api: Api, project: string, rule: SelectionRule) =>
  api.selection.preview.queryOptions({ input: { project, rule }, placeholderData: keepPreviousData });

export interface RowFilter {
  kept?: boolean;
  reason?: DropReason;
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

export const earningsQuery = (api: Api, project: string) =>
  api.selection.earnings.queryOptions({ input: { project } });

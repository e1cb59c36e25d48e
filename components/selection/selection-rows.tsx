import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Funnel } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { gridRows } from "#components/problems/grid-rows.ts";
import { NothingMatches } from "#components/problems/problems-empty.tsx";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Selection, SelectionRow } from "#lib/selection/contract.ts";
import { rowQuery, rowsQuery } from "./queries.ts";
import { RowDialog } from "./row-dialog.tsx";
import { ROW_COLUMNS, RowCard } from "./selection-columns.tsx";
import { SelectionFilters } from "./selection-filters.tsx";
import { rowFilterOf, selectionParams } from "./selection-params.ts";
import { countsText, coverageText } from "./selection-words.ts";

/** A selection's rows; one opens beside the nearest kept one, and keys go on from there. */
export function SelectionRows({ project, selection }: { project: string; selection: Selection }) {
  const { id, counts, rule } = selection;
  const [params, setParams] = useQueryStates(selectionParams);
  const filter = rowFilterOf(params);
  const active = Object.keys(filter).length;
  const query = useInfiniteQuery(rowsQuery(api, project, id, filter));
  const grid = gridRows(query);
  const [marked, setMarked] = useState<number | null>(params.path);
  const place = grid.rows.findIndex(({ pathId }) => pathId === (params.path ?? marked));
  const open = (row: SelectionRow) => {
    setMarked(row.pathId);
    void setParams({ path: row.pathId });
  };
  const mark = (by: number) => {
    const row = grid.rows[place < 0 ? 0 : place + by];
    if (row) setMarked(row.pathId);
  };
  const stepTo = (row: SelectionRow | undefined) => (row && place >= 0 ? () => open(row) : null);
  const [before, after] = [grid.rows[place - 1], grid.rows[place + 1]];
  useAhead(project, id, params.path === null ? [] : [after?.pathId, before?.pathId]);
  // The rows that follow are there before the last one is left.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (place >= 0 && after === undefined && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [place, after, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useHotkeys({
    j: () => mark(1),
    k: () => mark(-1),
    o: () => {
      const row = grid.rows[place];
      if (row) open(row);
    },
  });
  return (
    <PageBody width="full">
      <SelectionFilters
        project={project}
        params={params}
        counts={counts}
        onChange={(part) => void setParams(part)}
        trailing={
          <span role="status">
            {active > 0 && grid.total !== undefined
              ? countWords(grid.total, "path")
              : counts
                ? `${countsText(counts)}, ${coverageText(counts)}`
                : ""}
          </span>
        }
      />
      <DataGrid<SelectionRow>
        label="Paths of the selection"
        columns={ROW_COLUMNS}
        rowKey={(row) => String(row.pathId)}
        chosen={marked === null ? null : String(marked)}
        onChosenChange={(row) => setMarked(row.pathId)}
        onRowOpen={open}
        card={(row) => <RowCard row={row} />}
        className={query.isPlaceholderData ? "opacity-60" : undefined}
        {...grid}
        error={
          query.isError ? (
            <Failure
              error={query.error}
              what="These paths"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : null
        }
        empty={
          active > 0 ? (
            <NothingMatches
              what="paths"
              onClear={() => void setParams({ kept: null, reason: null, model: null, problem: null })}
            />
          ) : (
            <EmptyState
              icon={<Funnel />}
              title={selection.ready ? "No path was considered" : "Nothing is decided yet"}
            >
              {selection.ready
                ? "The rule looked at no path: none was there then, or none of its split."
                : "Its run goes problem by problem. What it has decided so far stands here."}
            </EmptyState>
          )
        }
      />
      <RowDialog
        project={project}
        selection={id}
        measure={rule.distance}
        path={params.path}
        steps={{ before: stepTo(before), after: stepTo(after) }}
        onClose={() => void setParams({ path: null })}
      />
    </PageBody>
  );
}

/** Fetches the rows beside the one in view, so that the next key shows its row at once. */
function useAhead(project: string, selection: number, near: readonly (number | undefined)[]) {
  const queryClient = useQueryClient();
  const [first, second] = near;
  useEffect(() => {
    for (const path of [first, second]) {
      if (path !== undefined) void queryClient.prefetchQuery(rowQuery(api, project, selection, path));
    }
  }, [queryClient, project, selection, first, second]);
}

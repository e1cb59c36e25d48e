"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { BulkButton } from "./bulk/bulk-button.tsx";
import { countWords } from "./count-words.ts";
import { Failure } from "./failure.tsx";
import { problemFilterOf, problemParams } from "./filter-params.ts";
import { gridRows } from "./grid-rows.ts";
import { PROBLEM_COLUMNS, ProblemCard } from "./problem-columns.tsx";
import { ProblemFilters } from "./problem-filters.tsx";
import { NoProblems, NothingMatches } from "./problems-empty.tsx";
import { problemFacetsQuery, problemsQuery } from "./queries.ts";
import { RowPrefetch } from "./row-prefetch.tsx";
import { TableActions } from "./table-actions.tsx";
import { ViewsMenu } from "./views/views-menu.tsx";

/** All problems of a project, to search and to filter. The filter is the URL's. */
export function ProblemsScreen({ project }: { project: string }) {
  const [params, setParams] = useQueryStates(problemParams);
  const filter = problemFilterOf(params);
  const active = Object.keys(filter).length;
  const query = useInfiniteQuery(problemsQuery(api, project, filter));
  const facets = useQuery(problemFacetsQuery(api, project));
  const { data } = useQuery(projectQuery(api, project));
  const grid = gridRows(query);
  const clear = () => void setParams(null);
  return (
    <>
      <PageHeader
        title="Problems"
        description="Maths questions with their reference answers."
        actions={<TableActions project={project} role={data?.role} />}
      />
      <PageBody width="full">
        <ProblemFilters
          params={params}
          facets={facets.data}
          active={active}
          onChange={(part) => void setParams(part)}
          onClear={clear}
          trailing={
            <>
              {data && data.role !== "reviewer" ? (
                <BulkButton project={project} filter={filter} count={grid.total} />
              ) : null}
              <span role="status">{grid.total === undefined ? "" : countWords(grid.total, "problem")}</span>
              <ViewsMenu project={project} room="problems" />
            </>
          }
        />
        <RowPrefetch>
          <DataGrid
            label="Problems"
            columns={PROBLEM_COLUMNS}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => `/projects/${project}/problems/${row.id}`}
            card={(row) => <ProblemCard row={row} />}
            className={query.isPlaceholderData ? "opacity-60" : undefined}
            {...grid}
            error={
              query.isError ? (
                <Failure
                  error={query.error}
                  what="These problems"
                  onRetry={() => void query.refetch()}
                  retrying={query.isFetching}
                />
              ) : null
            }
            empty={
              active > 0 ? (
                <NothingMatches what="problems" onClear={clear} />
              ) : (
                <NoProblems project={project} role={data?.role} />
              )
            }
          />
        </RowPrefetch>
      </PageBody>
    </>
  );
}

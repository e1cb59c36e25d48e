"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Route } from "lucide-react";
import { useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { gridRows } from "#components/problems/grid-rows.ts";
import { ImportAction, NothingMatches } from "#components/problems/problems-empty.tsx";
import { RowPrefetch } from "#components/problems/row-prefetch.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { CheckMenu } from "./check-menu.tsx";
import { pathFilterOf, pathParams } from "./filter-params.ts";
import { ModelStrip } from "./model-strip.tsx";
import { PathCard, pathColumns } from "./path-columns.tsx";
import { PathFilters } from "./path-filters.tsx";
import { pathFacetsQuery, pathsQuery } from "./queries.ts";
import { VerifyMenu } from "./verify-menu.tsx";

/** All reasoning paths of a project, to filter and to check. The filter is the URL's. */
export function PathsScreen({ project }: { project: string }) {
  const [params, setParams] = useQueryStates(pathParams);
  const filter = pathFilterOf(params);
  const active = Object.keys(filter).length;
  const query = useInfiniteQuery(pathsQuery(api, project, filter));
  const facets = useQuery(pathFacetsQuery(api, project));
  const { data } = useQuery(projectQuery(api, project));
  const grid = gridRows(query);
  const clear = () => void setParams(null);
  const role = data?.role;
  const unchecked = facets.data?.verdicts.find(({ value }) => value === "unchecked")?.count ?? 0;
  const hasPaths = facets.data === undefined || facets.data.kinds.length > 0;
  const anyVerified =
    (facets.data !== undefined && (facets.data.executions.length > 0 || facets.data.wrongSteps > 0)) ||
    grid.rows.some(({ executionOutcome, wrongSteps }) => executionOutcome !== null || wrongSteps !== null);
  return (
    <>
      <PageHeader
        title="Paths"
        description="What models and people answered, and what checking says of it."
        actions={
          role !== undefined && role !== "reviewer" && hasPaths ? (
            <>
              <VerifyMenu project={project} filter={filter} count={grid.total} />
              <CheckMenu project={project} unchecked={facets.data && unchecked} />
            </>
          ) : null
        }
      />
      <PageBody width="full">
        <ModelStrip
          models={facets.data?.models ?? []}
          chosen={params.model}
          onChoose={(model) => void setParams({ model })}
        />
        <PathFilters
          params={params}
          facets={facets.data}
          active={active}
          onChange={(part) => void setParams(part)}
          onClear={clear}
          trailing={
            <span role="status">{grid.total === undefined ? "" : countWords(grid.total, "path")}</span>
          }
        />
        <RowPrefetch>
          <DataGrid
            label="Paths"
            columns={pathColumns({ modelsHidden: role === "reviewer", anyVerified })}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => `/projects/${project}/paths/${row.id}`}
            card={(row) => <PathCard row={row} />}
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
                <NothingMatches what="paths" onClear={clear} />
              ) : (
                <EmptyState
                  icon={<Route />}
                  title="No paths yet"
                  action={<ImportAction project={project} role={role} />}
                >
                  A reasoning path is one full answer to a problem: text, code and its output. Import what
                  models answered, and each final answer is compared with the reference.
                </EmptyState>
              )
            }
          />
        </RowPrefetch>
      </PageBody>
    </>
  );
}

"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { GitCompareArrows } from "lucide-react";
import { useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { gridRows } from "#components/problems/grid-rows.ts";
import { NothingMatches } from "#components/problems/problems-empty.tsx";
import { RowPrefetch } from "#components/problems/row-prefetch.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { pairFilterOf, pairParams } from "./filter-params.ts";
import { MinePairs } from "./mine-pairs.tsx";
import { PAIR_COLUMNS, PairCard } from "./pair-columns.tsx";
import { PairFilters } from "./pair-filters.tsx";
import { pairFacetsQuery, pairsQuery } from "./queries.ts";

/** All preference pairs of a project, for its leads. The filter is the URL's. */
export function PairsScreen({ project }: { project: string }) {
  const [params, setParams] = useQueryStates(pairParams);
  const filter = pairFilterOf(params);
  const active = Object.keys(filter).length;
  const query = useInfiniteQuery(pairsQuery(api, project, filter));
  const facets = useQuery(pairFacetsQuery(api, project));
  const { data } = useQuery(projectQuery(api, project));
  const grid = gridRows(query);
  const clear = () => void setParams(null);
  return (
    <>
      <PageHeader
        title="Pairs"
        description="Two paths of one problem, one chosen, one rejected."
        actions={data?.role === "lead" ? <MinePairs project={project} /> : null}
      />
      <PageBody width="full">
        <PairFilters
          params={params}
          facets={facets.data}
          active={active}
          onChange={(part) => void setParams(part)}
          onClear={clear}
          trailing={
            <span role="status">{grid.total === undefined ? "" : countWords(grid.total, "pair")}</span>
          }
        />
        <RowPrefetch>
          <DataGrid
            label="Pairs"
            columns={PAIR_COLUMNS}
            rowKey={(row) => String(row.id)}
            rowHref={(row) => `/projects/${project}/pairs/${row.id}`}
            card={(row) => <PairCard row={row} />}
            className={query.isPlaceholderData ? "opacity-60" : undefined}
            {...grid}
            error={
              query.isError ? (
                <Failure
                  error={query.error}
                  what="Pairs"
                  onRetry={() => void query.refetch()}
                  retrying={query.isFetching}
                />
              ) : null
            }
            empty={
              active > 0 ? (
                <NothingMatches what="pairs" onClear={clear} />
              ) : (
                <EmptyState icon={<GitCompareArrows />} title="No pairs yet">
                  Mine pairs from checked paths: a correct and an incorrect answer to one problem make a
                  candidate. Reviewers then judge them. Files with chosen and rejected answers bring pairs of
                  their own.
                </EmptyState>
              )
            }
          />
        </RowPrefetch>
      </PageBody>
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { withPathParams } from "./filter-params.ts";
import { PathListItem } from "./path-list-item.tsx";
import { problemPathsQuery } from "./queries.ts";

/** The paths of one problem, each with its verdict and why; `current` is marked as the one in view. */
export function ProblemPaths(props: { project: string; problem: number; current?: number | undefined }) {
  const { project, problem, current } = props;
  const query = useQuery(problemPathsQuery(api, project, problem));
  const page = query.data;
  const left = page ? page.count - page.items.length : 0;
  return (
    <Panel
      flush
      title={current === undefined ? "Paths" : "Paths of this problem"}
      actions={
        page && page.count > 0 ? (
          <span className="text-ink-muted text-xs">{countWords(page.count, "path")}</span>
        ) : null
      }
    >
      {query.isPending ? <SkeletonLines lines={4} className="p-4" /> : null}
      {query.isError && !page ? (
        <Failure
          error={query.error}
          what="These paths"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : null}
      {page?.count === 0 ? (
        <p className="p-4 text-ink-muted">
          No path yet. Import what models or people answered to this problem.
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {page?.items.map((path) => (
          <li key={path.id}>
            <PathListItem
              path={path}
              href={`/projects/${project}/paths/${path.id}`}
              compact={current !== undefined}
              current={path.id === current}
            />
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <div className="border-line border-t px-4 py-2">
          <LinkButton size="sm" href={withPathParams(`/projects/${project}/paths`, { problem })}>
            {`All ${countWords(page?.count ?? 0, "path")} as a table`}
          </LinkButton>
        </div>
      ) : null}
    </Panel>
  );
}

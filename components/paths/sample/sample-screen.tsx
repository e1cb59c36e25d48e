"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsInteger, useQueryState, useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { isLive } from "#components/jobs/queries.ts";
import { runTitle, STATE_TONE } from "#components/jobs/run-words.ts";
import { problemFilterOf, problemParams } from "#components/problems/filter-params.ts";
import { ProblemFilters } from "#components/problems/problem-filters.tsx";
import { problemFacetsQuery } from "#components/problems/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Run } from "#lib/jobs/contract.ts";
import { sampleRunsQuery } from "./queries.ts";
import { StartSample } from "./start-sample.tsx";
import { YieldTable } from "./yield-table.tsx";

/** Asks models for reasoning paths. Which problems is the URL's filter, so that other pages can lead here with one. */
export function SampleScreen({ project }: { project: string }) {
  const [params, setParams] = useQueryStates(problemParams);
  const [problem, setProblem] = useQueryState("problem", parseAsInteger);
  const filter = problemFilterOf(params);
  const facets = useQuery(problemFacetsQuery(api, project));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const runs = useQuery(sampleRunsQuery(api, project));
  const live = runs.data?.items.some(isLive) ?? false;
  return (
    <>
      <PageHeader
        title="Sample"
        description="Several models write several paths for each problem. Small ones write more varied paths."
      />
      <PageBody width="wide">
        {role !== undefined && role !== "lead" ? (
          <Callout tone="warn" title="Only leads sample">
            Sampling costs money. Ask a lead of this project.
          </Callout>
        ) : (
          <div className="flex flex-col gap-4">
            <Panel title="Which problems" flush={problem === null}>
              {problem === null ? (
                <ProblemFilters
                  params={params}
                  facets={facets.data}
                  active={Object.keys(filter).length}
                  onChange={(part) => void setParams(part)}
                  onClear={() => void setParams(null)}
                  trailing={null}
                />
              ) : (
                <p className="flex flex-wrap items-center gap-3">
                  Problem {problem} alone.
                  <Button size="sm" onClick={() => void setProblem(null)}>
                    All problems
                  </Button>
                </p>
              )}
            </Panel>
            <StartSample project={project} filter={filter} problems={problem === null ? null : [problem]} />
            <YieldTable project={project} live={live} />
            <LatelySampled project={project} runs={runs.data?.items ?? []} />
          </div>
        )}
      </PageBody>
    </>
  );
}

function LatelySampled({ project, runs }: { project: string; runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <Panel title="Runs lately" flush>
      <ul className="divide-y divide-line">
        {runs.map((run) => (
          <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <span className="min-w-44 flex-1">
              <TextLink href={`/projects/${project}/runs/${run.id}`}>{runTitle(run)}</TextLink>{" "}
              <span className="text-ink-faint text-xs">
                run {run.id}, <RelativeTime at={run.createdAt} />
              </span>
            </span>
            <Badge tone={STATE_TONE[run.state]}>{run.state}</Badge>
            <span className="w-28 text-right tabular-nums">
              {(run.counts["created"] ?? 0).toLocaleString("en")} new paths
            </span>
            <TextLink href={`/projects/${project}/paths?run=${run.id}`}>Its paths</TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

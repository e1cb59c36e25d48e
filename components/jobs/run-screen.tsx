"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "#components/api/api.ts";
import { CallsPanel } from "#components/models/calls-panel.tsx";
import { YieldTable } from "#components/paths/sample/yield-table.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { isLive, runLogQuery, runQuery } from "./queries.ts";
import { beyondCounts } from "./result-items.ts";
import { RunControls } from "./run-controls.tsx";
import { RunLog } from "./run-log.tsx";
import { RunOutcomeLink } from "./run-outcome-link.tsx";
import { RunProgress } from "./run-progress.tsx";
import { RunResult } from "./run-result.tsx";
import { CALLING, duration, runCounts, runTitle, STATE_TONE } from "./run-words.ts";

export function RunScreen({ project, id }: { project: string; id: number }) {
  const queryClient = useQueryClient();
  const query = useQuery(runQuery(api, project, id));
  const live = query.data ? isLive(query.data) : false;
  const role = useQuery(projectQuery(api, project)).data?.role;
  const log = useQuery(runLogQuery(api, project, id, live));

  // What a run changed is stale everywhere once it ends.
  const wasLive = useRef(live);
  useEffect(() => {
    if (wasLive.current && !live) void queryClient.invalidateQueries();
    wasLive.current = live;
  }, [live, queryClient]);

  if (query.isError)
    return <ErrorState message={apiFailure(query.error).message} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const run = query.data;
  return (
    <>
      <PageHeader
        title={runTitle(run)}
        back={{ href: `/projects/${project}/runs`, label: "Runs" }}
        meta={<Badge tone={STATE_TONE[run.state]}>{run.state}</Badge>}
        actions={
          <>
            <RunOutcomeLink project={project} run={run} />
            <RunControls project={project} run={run} />
          </>
        }
      />
      <PageBody width="wide">
        <RunProgress run={run} />
        {run.error ? (
          <div className="mt-4">
            <Callout
              tone={run.state === "cancelled" ? "warn" : "bad"}
              title={run.state === "cancelled" ? "Cancelled" : "It failed"}
            >
              {run.error.message}
            </Callout>
          </div>
        ) : null}
        {Object.keys(run.counts).length > 0 ? (
          <div className="mt-4">
            <StatRow>
              {runCounts(run).map(([label, count]) => (
                <Stat key={label} label={label} value={count} />
              ))}
            </StatRow>
          </div>
        ) : null}
        {run.kind === "sample" && role !== undefined && role !== "reviewer" ? (
          <div className="mt-4">
            <YieldTable project={project} run={id} live={live} />
          </div>
        ) : null}
        {run.result ? <RunResult result={beyondCounts(run.result, run.counts)} /> : null}
        <Panel title="Details" className="mt-4">
          <KeyValueList
            columns={2}
            items={[
              { label: "Run", value: run.id },
              { label: "Started by", value: run.createdBy ?? "Lemma" },
              { label: "Queued", value: <RelativeTime at={run.createdAt} /> },
              { label: "Took", value: duration(run.startedAt, run.finishedAt, new Date()) ?? "not started" },
            ]}
          />
        </Panel>
        {CALLING.has(run.kind) && role !== undefined && role !== "reviewer" ? (
          <CallsPanel project={project} run={id} live={live} />
        ) : null}
        <RunLog entries={log.data?.items ?? []} count={log.data?.count ?? 0} />
      </PageBody>
    </>
  );
}

"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { isLive, runLogQuery, runQuery } from "./queries.ts";
import { beyondCounts } from "./result-items.ts";
import { RunLog } from "./run-log.tsx";
import { RunProgress } from "./run-progress.tsx";
import { RunResult } from "./run-result.tsx";
import { duration, runCounts, runTitle, STATE_TONE } from "./run-words.ts";

export function RunScreen({ project, id }: { project: string; id: number }) {
  const queryClient = useQueryClient();
  const query = useQuery(runQuery(api, project, id));
  const live = query.data ? isLive(query.data) : false;
  const log = useQuery(runLogQuery(api, project, id, live));
  const cancel = useMutation(
    api.runs.cancel.mutationOptions({
      onSuccess: (run) => queryClient.setQueryData(runQuery(api, project, id).queryKey, run),
      onError: (error) =>
        notify({ tone: "bad", title: "It goes on", description: apiFailure(error).message }),
    }),
  );

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
          live ? (
            <Button
              variant="danger"
              pending={cancel.isPending}
              disabled={run.cancelRequested}
              onClick={() => cancel.mutate({ project, run: id })}
            >
              {run.cancelRequested ? "Stopping" : "Cancel"}
            </Button>
          ) : null
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
                <Stat key={label} label={label} value={count.toLocaleString("en")} />
              ))}
            </StatRow>
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
        <RunLog entries={log.data?.items ?? []} count={log.data?.count ?? 0} />
      </PageBody>
    </>
  );
}

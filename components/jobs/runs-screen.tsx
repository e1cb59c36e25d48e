"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { DataGrid } from "#components/ui/data-grid.tsx";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { runsQuery } from "./queries.ts";
import { RunProgress } from "./run-progress.tsx";
import { runTitle, STATE_TONE } from "./run-words.ts";

const COLUMNS: Column<Run>[] = [
  { key: "id", header: "Run", width: 72, align: "right", cell: (run) => run.id },
  { key: "title", header: "What", flex: 2, minWidth: 200, primary: true, cell: (run) => runTitle(run) },
  {
    key: "state",
    header: "State",
    width: 110,
    cell: (run) => <Badge tone={STATE_TONE[run.state]}>{run.state}</Badge>,
  },
  { key: "progress", header: "Progress", width: 200, cell: (run) => <RunProgress run={run} /> },
  { key: "by", header: "By", flex: 1, minWidth: 100, cell: (run) => run.createdBy ?? "Lemma" },
  { key: "at", header: "Started", width: 130, cell: (run) => <RelativeTime at={run.createdAt} /> },
];

export function RunsScreen({ project }: { project: string }) {
  const runs = useQuery(runsQuery(api, project));
  return (
    <>
      <PageHeader
        title="Runs"
        description="Background work: imports, checks, mining, freezing. It goes on when you leave."
      />
      <PageBody width="full">
        <DataGrid
          label="Runs"
          rows={runs.data?.items ?? []}
          rowKey={(run) => String(run.id)}
          rowHref={(run) => `/projects/${project}/runs/${run.id}`}
          columns={COLUMNS}
          total={runs.data?.count}
          loading={runs.isPending}
          card={(run) => (
            <span className="flex flex-col gap-1">
              <span className="flex items-center justify-between gap-2">
                <span className="truncate font-medium">{runTitle(run)}</span>
                <Badge tone={STATE_TONE[run.state]}>{run.state}</Badge>
              </span>
              <RunProgress run={run} />
            </span>
          )}
          error={
            runs.isError ? (
              <ErrorState message={apiFailure(runs.error).message} onRetry={() => void runs.refetch()} />
            ) : undefined
          }
          empty={
            <EmptyState icon={<Activity />} title="Nothing has run yet">
              Imports, checks, mining and freezing appear here while they work, and stay with what they did.
            </EmptyState>
          }
        />
      </PageBody>
    </>
  );
}

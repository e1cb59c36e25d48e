"use client";

import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { WorkQueue } from "#lib/review/contract/work.ts";
import { workQueuesQuery } from "./queries.ts";
import { KIND_ASKS } from "./review-words.ts";

/** The queues that a reviewer can work on. */
export function WorkQueuesScreen({ project }: { project: string }) {
  const query = useQuery(workQueuesQuery(api, project));
  return (
    <>
      <PageHeader title="Review" description="Queues that wait for your answers." />
      <PageBody>
        {query.isError && !query.data ? (
          <Failure
            error={query.error}
            what="The queues"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : query.data === undefined ? (
          <SkeletonLines lines={4} />
        ) : query.data.length === 0 ? (
          <EmptyState icon={<Scale />} title="No queue yet">
            A lead makes queues from pairs, paths and problems; mining pairs makes one by itself. They appear
            here by themselves.
          </EmptyState>
        ) : (
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
            {query.data.map((queue) => (
              <QueueItem key={queue.id} project={project} queue={queue} />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  );
}

function QueueItem({ project, queue }: { project: string; queue: WorkQueue }) {
  const { id, name, kind, state, open, answered, mine } = queue;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <TextLink href={`/projects/${project}/review/${id}`}>{name}</TextLink>
        <p className="text-ink-muted text-xs">{KIND_ASKS[kind]}</p>
      </div>
      {state === "open" ? null : <Badge tone="warn">{state}</Badge>}
      <div className="w-40">
        <ProgressBar
          label={`Answers in ${name}`}
          hideLabel
          value={answered}
          max={Math.max(1, answered + open)}
        />
        <p className="mt-1 text-ink-muted text-xs tabular-nums">
          {open.toLocaleString("en")} wanted, {mine.toLocaleString("en")} by you
        </p>
      </div>
    </li>
  );
}

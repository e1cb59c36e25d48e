"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { AgreementPanel } from "./agreement-panel.tsx";
import { EditQueue } from "./edit-queue.tsx";
import { queueQuery } from "./queries.ts";
import { QueueActions } from "./queue-actions.tsx";
import { QueueOverview } from "./queue-overview.tsx";
import { queueParams } from "./queue-params.ts";
import { QUEUE_STATE_TONE, QUEUE_STATE_WORD, sourceSentence, TASK_WORD } from "./queue-words.ts";
import { ReviewersPanel } from "./reviewers-panel.tsx";
import { UnitsList } from "./units-list.tsx";

const VIEWS = [
  { value: "overview", label: "Overview", shortcut: "1" },
  { value: "units", label: "Units", shortcut: "2" },
  { value: "agreement", label: "Agreement", shortcut: "3" },
  { value: "reviewers", label: "Reviewers", shortcut: "4" },
] as const;

/** One queue as its lead sees it: how far it is, what is disputed, and how far the answers can be trusted. */
export function QueueScreen({ project, id }: { project: string; id: number }) {
  const query = useQuery(queueQuery(api, project, id));
  const [params, setParams] = useQueryStates(queueParams);
  useHotkeys(
    Object.fromEntries(VIEWS.map(({ shortcut, value }) => [shortcut, () => void setParams({ view: value })])),
  );
  const queue = query.data;
  const back = { href: `/projects/${project}/queues`, label: "Queues" };
  if (!queue) {
    return (
      <>
        <PageHeader title="Queue" back={back} />
        <PageBody>
          {query.isError ? (
            <Failure
              error={query.error}
              what="This queue"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <SkeletonLines lines={8} />
          )}
        </PageBody>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={queue.name}
        back={back}
        description={`${TASK_WORD[queue.kind]}. ${sourceSentence(queue.source)}`}
        meta={<Badge tone={QUEUE_STATE_TONE[queue.state]}>{QUEUE_STATE_WORD[queue.state]}</Badge>}
        actions={
          <>
            <EditQueue project={project} queue={queue} />
            <QueueActions project={project} queue={queue} />
          </>
        }
      >
        <div className="overflow-x-auto pb-3">
          <Segmented
            label="What of the queue"
            value={params.view}
            options={VIEWS}
            onChange={(view) => void setParams({ view })}
          />
        </div>
      </PageHeader>
      {params.view === "units" ? (
        <PageBody width="full">
          <UnitsList
            project={project}
            queue={queue}
            list={params.units}
            onList={(units) => void setParams({ units })}
          />
        </PageBody>
      ) : (
        <PageBody width="wide">
          {params.view === "overview" ? (
            <QueueOverview project={project} queue={queue} />
          ) : params.view === "agreement" ? (
            <AgreementPanel project={project} queue={id} />
          ) : (
            <ReviewersPanel project={project} queue={id} />
          )}
        </PageBody>
      )}
    </>
  );
}

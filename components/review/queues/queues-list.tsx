import { useQuery } from "@tanstack/react-query";
import { ListTodo, Plus } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ReviewQueue } from "#lib/review/contract/queues.ts";
import { queuesQuery } from "./queries.ts";
import {
  progressOf,
  QUEUE_STATE_TONE,
  QUEUE_STATE_WORD,
  sourceSentence,
  TASK_WORD,
  unitsText,
} from "./queue-words.ts";

/** All queues of a project, newest first. */
export function QueuesList({ project }: { project: string }) {
  const query = useQuery(queuesQuery(api, project));
  return (
    <Panel title="Queues" flush>
      {query.data === undefined ? (
        query.isError ? (
          <Failure
            error={query.error}
            what="The queues"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : (
          <div className="p-4">
            <SkeletonLines lines={4} />
          </div>
        )
      ) : query.data.length === 0 ? (
        <EmptyState
          icon={<ListTodo />}
          title="No queue yet"
          action={
            <LinkButton variant="primary" href={`/projects/${project}/queues/new`} icon={<Plus />}>
              Make the first one
            </LinkButton>
          }
        >
          A queue hands out one kind of question, such as which of two paths is better, to several people at
          once. Nobody sees who wrote a path or what others said. You set how many answers each unit gets, and
          decide where they disagree.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {query.data.map((queue) => (
            <QueueLine key={queue.id} project={project} queue={queue} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function QueueLine({ project, queue }: { project: string; queue: ReviewQueue }) {
  const { id, name, kind, source, state, counts, deadline } = queue;
  const href = `/projects/${project}/queues/${id}`;
  const progress = progressOf(counts);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2.5">
      <div className="min-w-56 flex-1">
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <TextLink href={href} className="min-w-0 [overflow-wrap:anywhere]">
            {name}
          </TextLink>
          <Badge tone={QUEUE_STATE_TONE[state]}>{QUEUE_STATE_WORD[state]}</Badge>
          {counts.disputed > 0 ? (
            <TextLink href={`${href}?view=units`}>
              <span className="text-warn text-xs">{counts.disputed.toLocaleString("en")} disputed</span>
            </TextLink>
          ) : null}
        </span>
        <p className="text-ink-muted text-xs [overflow-wrap:anywhere]">
          {TASK_WORD[kind]}: {unitsText(kind, counts.units)}. {sourceSentence(source)}
        </p>
      </div>
      <div className="w-56 narrow:w-full">
        <ProgressBar label={`Answers in ${name}`} hideLabel {...progress} />
        <p className="mt-1 flex justify-between gap-3 text-ink-faint text-xs tabular-nums">
          <span>{progress.text}</span>
          {deadline === null ? null : (
            <span>
              due <RelativeTime at={deadline} />
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

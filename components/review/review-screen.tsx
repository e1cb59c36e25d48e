"use client";

import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { meQuery } from "#components/projects/queries.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { workQueuesQuery } from "./queries.ts";
import { ReviewRoom } from "./review-room.tsx";

/** The room of one queue. */
export function ReviewScreen({ project, queue }: { project: string; queue: number }) {
  const me = useQuery(meQuery(api)).data;
  const queues = useQuery(workQueuesQuery(api, project));
  if (queues.isError && !queues.data) {
    return (
      <Failure
        error={queues.error}
        what="The queue"
        onRetry={() => void queues.refetch()}
        retrying={queues.isFetching}
      />
    );
  }
  if (!me || !queues.data) return <Skeleton className="m-4 h-96" />;
  const found = queues.data.find(({ id }) => id === queue);
  if (!found) {
    return (
      <EmptyState
        icon={<Scale />}
        title="There is no such queue"
        action={<LinkButton href={`/projects/${project}/review`}>All queues</LinkButton>}
      >
        It may have been closed before you answered in it.
      </EmptyState>
    );
  }
  return <ReviewRoom key={queue} project={project} queue={found} userId={me.id} />;
}

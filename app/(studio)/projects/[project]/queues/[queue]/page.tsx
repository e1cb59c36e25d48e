import { HydrationBoundary, type QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import type { Api } from "#components/api/api.ts";
import { agreementQuery, queueQuery, reviewersQuery, unitsQuery } from "#components/review/queues/queries.ts";
import { loadQueueParams, type QueueParams, unitFilterOf } from "#components/review/queues/queue-params.ts";
import { QueueScreen } from "#components/review/queues/queue-screen.tsx";

export const metadata: Metadata = { title: "Queue" };

interface Props {
  params: Promise<{ project: string; queue: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { project, queue } = await params;
  const id = rowIdOrNotFound(queue);
  const search = await loadQueueParams(searchParams);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(queueQuery(api, project, id)),
      prefetchView(queryClient, api, { project, id, search }),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <QueueScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

/** What the view in the address needs, and no more: the figures of a large queue take their time. */
async function prefetchView(
  queryClient: QueryClient,
  api: Api,
  { project, id, search }: { project: string; id: number; search: QueueParams },
): Promise<void> {
  switch (search.view) {
    case "overview":
      return;
    case "units":
      return queryClient.prefetchInfiniteQuery(unitsQuery(api, project, id, unitFilterOf(search.units)));
    case "agreement":
      return queryClient.prefetchQuery(agreementQuery(api, project, id));
    case "reviewers":
      return queryClient.prefetchQuery(reviewersQuery(api, project, id));
  }
}

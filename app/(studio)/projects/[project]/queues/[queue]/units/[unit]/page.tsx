import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { disputedQuery, errorTagsQuery, queueQuery, unitQuery } from "#components/review/queues/queries.ts";
import { UnitScreen } from "#components/review/queues/unit-screen.tsx";

export const metadata: Metadata = { title: "Unit" };

interface Props {
  params: Promise<{ project: string; queue: string; unit: string }>;
}

export default async function UnitPage({ params }: Props) {
  const { project, queue, unit } = await params;
  const [queueId, unitId] = [rowIdOrNotFound(queue), rowIdOrNotFound(unit)];
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(unitQuery(api, project, queueId, unitId)),
      queryClient.prefetchQuery(queueQuery(api, project, queueId)),
      queryClient.prefetchInfiniteQuery(disputedQuery(api, project, queueId)),
      queryClient.prefetchQuery(errorTagsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <UnitScreen project={project} queue={queueId} id={unitId} />
    </HydrationBoundary>
  );
}

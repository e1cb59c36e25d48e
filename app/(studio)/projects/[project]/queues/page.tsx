import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { queuesQuery, winRatesQuery } from "#components/review/queues/queries.ts";
import { QueuesScreen } from "#components/review/queues/queues-screen.tsx";

export const metadata: Metadata = { title: "Queues" };

export default async function QueuesPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(queuesQuery(api, project)),
      queryClient.prefetchQuery(winRatesQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <QueuesScreen project={project} />
    </HydrationBoundary>
  );
}

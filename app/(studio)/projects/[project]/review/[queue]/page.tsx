import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { workQueuesQuery } from "#components/review/queries.ts";
import { ReviewScreen } from "#components/review/review-screen.tsx";

export const metadata: Metadata = { title: "Review" };

interface Props {
  params: Promise<{ project: string; queue: string }>;
}

export default async function ReviewQueuePage({ params }: Props) {
  const { project, queue } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    queryClient.fetchQuery(workQueuesQuery(api, project)),
  );
  return (
    <HydrationBoundary state={state}>
      <ReviewScreen project={project} queue={Number(queue)} />
    </HydrationBoundary>
  );
}

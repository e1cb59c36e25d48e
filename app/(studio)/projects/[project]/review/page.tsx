import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { prefetch } from "#app/server-api.ts";
import { workQueuesQuery } from "#components/review/queries.ts";
import { WorkQueuesScreen } from "#components/review/work-queues-screen.tsx";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  let only: number | null = null;
  const state = await prefetch(async ({ api, queryClient }) => {
    const queues = await queryClient.fetchQuery(workQueuesQuery(api, project));
    const [first, ...more] = queues.filter((queue) => queue.state === "open");
    if (first && more.length === 0) only = first.id;
  });
  // With one queue there is nothing to choose.
  if (only !== null) redirect(`/projects/${project}/review/${only}`);
  return (
    <HydrationBoundary state={state}>
      <WorkQueuesScreen project={project} />
    </HydrationBoundary>
  );
}

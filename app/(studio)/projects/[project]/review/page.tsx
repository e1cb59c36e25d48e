import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { reviewProgressQuery } from "#components/review/queries.ts";
import { ReviewScreen } from "#components/review/review-screen.tsx";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    queryClient.fetchQuery(reviewProgressQuery(api, project)),
  );
  return (
    <HydrationBoundary state={state}>
      <ReviewScreen project={project} />
    </HydrationBoundary>
  );
}

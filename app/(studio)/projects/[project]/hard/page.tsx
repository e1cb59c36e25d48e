import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { problemsQuery } from "#components/problems/queries.ts";
import { HARD } from "#components/scoring/hard/hard-filter.ts";
import { HardScreen } from "#components/scoring/hard/hard-screen.tsx";
import { hardQuery } from "#components/scoring/hard/queries.ts";

export const metadata: Metadata = { title: "Hard samples" };

export default async function HardPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(async ({ api, queryClient }) => {
    await queryClient.fetchQuery(hardQuery(api, project));
    await queryClient.prefetchInfiniteQuery(problemsQuery(api, project, HARD));
  });
  return (
    <HydrationBoundary state={state}>
      <HardScreen project={project} />
    </HydrationBoundary>
  );
}

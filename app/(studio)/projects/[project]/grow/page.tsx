import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { GrowScreen } from "#components/instructions/grow/grow-screen.tsx";
import { generatorsQuery, growingDefaultsQuery } from "#components/instructions/grow/queries.ts";
import { runsQuery } from "#components/jobs/queries.ts";
import { problemFacetsQuery } from "#components/problems/queries.ts";

export const metadata: Metadata = { title: "Grow" };

export default async function GrowPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(growingDefaultsQuery(api, project)),
      queryClient.prefetchQuery(generatorsQuery(api, project)),
      queryClient.prefetchQuery(problemFacetsQuery(api, project)),
      queryClient.prefetchQuery(runsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <GrowScreen project={project} />
    </HydrationBoundary>
  );
}

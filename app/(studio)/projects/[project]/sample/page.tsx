import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { modelsQuery } from "#components/models/queries.ts";
import { sampleRunsQuery, yieldsQuery } from "#components/paths/sample/queries.ts";
import { SampleScreen } from "#components/paths/sample/sample-screen.tsx";
import { problemFacetsQuery } from "#components/problems/queries.ts";

export const metadata: Metadata = { title: "Sample" };

export default async function SamplePage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(modelsQuery(api, project)),
      queryClient.prefetchQuery(problemFacetsQuery(api, project)),
      queryClient.prefetchQuery(sampleRunsQuery(api, project)),
      queryClient.prefetchQuery(yieldsQuery(api, project, undefined, false)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <SampleScreen project={project} />
    </HydrationBoundary>
  );
}

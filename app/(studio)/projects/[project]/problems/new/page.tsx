import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { NewProblemScreen } from "#components/problems/editor/new-problem-screen.tsx";
import { draftQuery, subdomainsQuery } from "#components/problems/editor/queries.ts";
import { problemFacetsQuery } from "#components/problems/queries.ts";
import { meQuery, projectQuery } from "#components/projects/queries.ts";

export const metadata: Metadata = { title: "New problem" };

export default async function NewProblemPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(draftQuery(api, project)),
      queryClient.prefetchQuery(meQuery(api)),
      queryClient.prefetchQuery(projectQuery(api, project)),
      queryClient.prefetchQuery(subdomainsQuery(api, project)),
      queryClient.prefetchQuery(problemFacetsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <NewProblemScreen project={project} />
    </HydrationBoundary>
  );
}

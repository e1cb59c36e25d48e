import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { EditProblemScreen } from "#components/problems/editor/edit-problem-screen.tsx";
import { draftQuery, subdomainsQuery } from "#components/problems/editor/queries.ts";
import { problemFacetsQuery, problemQuery } from "#components/problems/queries.ts";
import { meQuery, projectQuery } from "#components/projects/queries.ts";

export const metadata: Metadata = { title: "Edit problem" };

interface Props {
  params: Promise<{ project: string; problem: string }>;
}

export default async function EditProblemPage({ params }: Props) {
  const { project, problem } = await params;
  const id = rowIdOrNotFound(problem);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(problemQuery(api, project, id)),
      queryClient.prefetchQuery(draftQuery(api, project, id)),
      queryClient.prefetchQuery(meQuery(api)),
      queryClient.prefetchQuery(projectQuery(api, project)),
      queryClient.prefetchQuery(subdomainsQuery(api, project)),
      queryClient.prefetchQuery(problemFacetsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <EditProblemScreen id={id} project={project} />
    </HydrationBoundary>
  );
}

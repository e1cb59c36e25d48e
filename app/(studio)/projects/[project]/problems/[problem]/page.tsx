import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { familyQuery } from "#components/instructions/candidates/queries.ts";
import { agreementQuery, problemPathsQuery } from "#components/paths/queries.ts";
import { ProblemScreen } from "#components/problems/problem-screen.tsx";
import { problemQuery } from "#components/problems/queries.ts";

export const metadata: Metadata = { title: "Problem" };

export default async function ProblemPage({
  params,
}: {
  params: Promise<{ project: string; problem: string }>;
}) {
  const { project, problem } = await params;
  const id = rowIdOrNotFound(problem);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(problemQuery(api, project, id)),
      queryClient.prefetchQuery(problemPathsQuery(api, project, id)),
      queryClient.prefetchQuery(agreementQuery(api, project, id)),
      queryClient.prefetchQuery(familyQuery(api, project, id)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <ProblemScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

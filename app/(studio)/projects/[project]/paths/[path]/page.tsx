import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { PathScreen } from "#components/paths/path-screen.tsx";
import { agreementQuery, pathQuery, problemPathsQuery } from "#components/paths/queries.ts";

export const metadata: Metadata = { title: "Path" };

export default async function PathPage({ params }: { params: Promise<{ project: string; path: string }> }) {
  const { project, path } = await params;
  const id = rowIdOrNotFound(path);
  const state = await prefetch(async ({ api, queryClient }) => {
    const { problemId, referenceAnswer } = await queryClient.fetchQuery(pathQuery(api, project, id));
    await Promise.all([
      queryClient.prefetchQuery(problemPathsQuery(api, project, problemId)),
      // Only where there is no reference is the agreement shown.
      referenceAnswer === null ? queryClient.prefetchQuery(agreementQuery(api, project, problemId)) : null,
    ]);
  });
  return (
    <HydrationBoundary state={state}>
      <PathScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

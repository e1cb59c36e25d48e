import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { versionsQuery } from "#components/problems/editor/queries.ts";
import { HistoryScreen } from "#components/problems/history/history-screen.tsx";
import { problemQuery } from "#components/problems/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";

export const metadata: Metadata = { title: "History" };

interface Props {
  params: Promise<{ project: string; problem: string }>;
}

export default async function HistoryPage({ params }: Props) {
  const { project, problem } = await params;
  const id = rowIdOrNotFound(problem);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(problemQuery(api, project, id)),
      queryClient.fetchInfiniteQuery(versionsQuery(api, project, id)),
      queryClient.prefetchQuery(projectQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <HistoryScreen id={id} project={project} />
    </HydrationBoundary>
  );
}

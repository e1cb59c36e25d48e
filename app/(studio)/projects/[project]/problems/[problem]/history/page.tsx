import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { prefetch } from "#app/server-api.ts";
import { versionsQuery } from "#components/problems/editor/queries.ts";
import { HistoryScreen } from "#components/problems/history/history-screen.tsx";
import { problemQuery } from "#components/problems/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { rowId } from "#lib/api/operation.ts";

export const metadata: Metadata = { title: "History" };

interface Props {
  params: Promise<{ project: string; problem: string }>;
}

export default async function HistoryPage({ params }: Props) {
  const { project, problem } = await params;
  const id = rowId.safeParse(problem);
  if (!id.success) notFound();
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(problemQuery(api, project, id.data)),
      queryClient.fetchInfiniteQuery(versionsQuery(api, project, id.data)),
      queryClient.prefetchQuery(projectQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <HistoryScreen id={id.data} project={project} />
    </HydrationBoundary>
  );
}

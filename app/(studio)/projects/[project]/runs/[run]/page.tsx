import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { runLogQuery, runQuery } from "#components/jobs/queries.ts";
import { RunScreen } from "#components/jobs/run-screen.tsx";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ project: string; run: string }> }) {
  const { project, run } = await params;
  const id = rowIdOrNotFound(run);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(runQuery(api, project, id)),
      queryClient.prefetchQuery(runLogQuery(api, project, id, false)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <RunScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

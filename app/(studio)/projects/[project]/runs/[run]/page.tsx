import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { prefetch } from "#app/server-api.ts";
import { runLogQuery, runQuery } from "#components/jobs/queries.ts";
import { RunScreen } from "#components/jobs/run-screen.tsx";
import { rowId } from "#lib/api/operation.ts";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ project: string; run: string }> }) {
  const { project, run } = await params;
  const id = rowId.safeParse(run);
  if (!id.success) notFound();
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(runQuery(api, project, id.data)),
      queryClient.prefetchQuery(runLogQuery(api, project, id.data, false)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <RunScreen project={project} id={id.data} />
    </HydrationBoundary>
  );
}

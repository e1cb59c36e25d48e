import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { runsQuery } from "#components/jobs/queries.ts";
import { RunsScreen } from "#components/jobs/runs-screen.tsx";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(runsQuery(api, project)));
  return (
    <HydrationBoundary state={state}>
      <RunsScreen project={project} />
    </HydrationBoundary>
  );
}

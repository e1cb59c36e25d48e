import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { DisputesScreen } from "#components/scoring/disputes-screen.tsx";
import { scorersQuery } from "#components/scoring/queries.ts";

export const metadata: Metadata = { title: "Disputes" };

export default async function DisputesPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(scorersQuery(api, project)));
  return (
    <HydrationBoundary state={state}>
      <DisputesScreen project={project} />
    </HydrationBoundary>
  );
}

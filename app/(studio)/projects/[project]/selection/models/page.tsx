import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { EarningsScreen } from "#components/selection/earnings-screen.tsx";
import { earningsQuery } from "#components/selection/queries.ts";

export const metadata: Metadata = { title: "Which models earn their cost" };

export default async function EarningsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(earningsQuery(api, project)));
  return (
    <HydrationBoundary state={state}>
      <EarningsScreen project={project} />
    </HydrationBoundary>
  );
}

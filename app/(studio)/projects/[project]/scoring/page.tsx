import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { basisQuery, scorersQuery } from "#components/scoring/queries.ts";
import { ScoringScreen } from "#components/scoring/scoring-screen.tsx";

export const metadata: Metadata = { title: "Scoring" };

export default async function ScoringPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(scorersQuery(api, project)),
      queryClient.prefetchQuery(basisQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <ScoringScreen project={project} />
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { scorerQuery, trustQuery } from "#components/scoring/queries.ts";
import { ScorerScreen } from "#components/scoring/scorer-screen.tsx";

export const metadata: Metadata = { title: "Scorer" };

export default async function ScorerPage({
  params,
}: {
  params: Promise<{ project: string; scorer: string }>;
}) {
  const { project, scorer } = await params;
  const id = rowIdOrNotFound(scorer);
  const state = await prefetch(async ({ api, queryClient }) => {
    const { name, kind } = await queryClient.fetchQuery(scorerQuery(api, project, id));
    await queryClient.prefetchQuery(trustQuery(api, project, name, kind));
  });
  return (
    <HydrationBoundary state={state}>
      <ScorerScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

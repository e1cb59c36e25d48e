import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { PairScreen } from "#components/pairs/pair-screen.tsx";
import { pairQuery } from "#components/pairs/queries.ts";

export const metadata: Metadata = { title: "Pair" };

export default async function PairPage({ params }: { params: Promise<{ project: string; pair: string }> }) {
  const { project, pair } = await params;
  const id = rowIdOrNotFound(pair);
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(pairQuery(api, project, id)));
  return (
    <HydrationBoundary state={state}>
      <PairScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch } from "#app/server-api.ts";
import { loadPairParams, pairFilterOf } from "#components/pairs/filter-params.ts";
import { PairsScreen } from "#components/pairs/pairs-screen.tsx";
import { pairFacetsQuery, pairsQuery } from "#components/pairs/queries.ts";

export const metadata: Metadata = { title: "Pairs" };

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function PairsPage({ params, searchParams }: Props) {
  const { project } = await params;
  const filter = pairFilterOf(await loadPairParams(searchParams));
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchInfiniteQuery(pairsQuery(api, project, filter)),
      queryClient.prefetchQuery(pairFacetsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <PairsScreen project={project} />
    </HydrationBoundary>
  );
}

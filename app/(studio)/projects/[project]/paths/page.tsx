import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch } from "#app/server-api.ts";
import { loadPathParams, pathFilterOf } from "#components/paths/filter-params.ts";
import { PathsScreen } from "#components/paths/paths-screen.tsx";
import { pathFacetsQuery, pathsQuery } from "#components/paths/queries.ts";

export const metadata: Metadata = { title: "Paths" };

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function PathsPage({ params, searchParams }: Props) {
  const { project } = await params;
  const filter = pathFilterOf(await loadPathParams(searchParams));
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchInfiniteQuery(pathsQuery(api, project, filter)),
      queryClient.prefetchQuery(pathFacetsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <PathsScreen project={project} />
    </HydrationBoundary>
  );
}

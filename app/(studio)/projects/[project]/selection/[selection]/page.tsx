import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { rowQuery, rowsQuery, selectionQuery } from "#components/selection/queries.ts";
import { loadSelectionParams, rowFilterOf } from "#components/selection/selection-params.ts";
import { SelectionScreen } from "#components/selection/selection-screen.tsx";

export const metadata: Metadata = { title: "Selection" };

interface Props {
  params: Promise<{ project: string; selection: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function SelectionPage({ params, searchParams }: Props) {
  const { project, selection } = await params;
  const id = rowIdOrNotFound(selection);
  const search = await loadSelectionParams(searchParams);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(selectionQuery(api, project, id)),
      queryClient.prefetchInfiniteQuery(rowsQuery(api, project, id, rowFilterOf(search))),
      queryClient.prefetchQuery(pathFacetsQuery(api, project)),
      search.path === null ? null : queryClient.prefetchQuery(rowQuery(api, project, id, search.path)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <SelectionScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

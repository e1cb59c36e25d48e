import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { rowsQuery, selectionQuery } from "#components/selection/queries.ts";
import { SelectionScreen } from "#components/selection/selection-screen.tsx";

export const metadata: Metadata = { title: "Selection" };

export default async function SelectionPage({
  params,
}: {
  params: Promise<{ project: string; selection: string }>;
}) {
  const { project, selection } = await params;
  const id = rowIdOrNotFound(selection);
  const state = await prefetch(async ({ api, queryClient }) => {
    await queryClient.fetchQuery(selectionQuery(api, project, id));
    await queryClient.prefetchInfiniteQuery(rowsQuery(api, project, id, {}));
  });
  return (
    <HydrationBoundary state={state}>
      <SelectionScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

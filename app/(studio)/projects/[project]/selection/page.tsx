import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { scorersQuery } from "#components/scoring/queries.ts";
import { previewQuery, selectionsQuery } from "#components/selection/queries.ts";
import { SelectionsScreen } from "#components/selection/selections-screen.tsx";
import { selectionRule } from "#lib/selection/contract.ts";

export const metadata: Metadata = { title: "Selection" };

export default async function SelectionsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(selectionsQuery(api, project)),
      queryClient.prefetchQuery(scorersQuery(api, project)),
      queryClient.prefetchQuery(previewQuery(api, project, selectionRule.parse({}))),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <SelectionsScreen project={project} />
    </HydrationBoundary>
  );
}

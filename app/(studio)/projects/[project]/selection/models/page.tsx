import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { prefetch } from "#app/server-api.ts";
import { parseAsRowId } from "#components/problems/row-id-param.ts";
import { EarningsScreen } from "#components/selection/earnings-screen.tsx";
import { earningsQuery, selectionsQuery } from "#components/selection/queries.ts";

export const metadata: Metadata = { title: "Which models earn their cost" };

const load = createLoader({ selection: parseAsRowId });

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function EarningsPage({ params, searchParams }: Props) {
  const { project } = await params;
  const { selection } = await load(searchParams);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(earningsQuery(api, project, selection)),
      queryClient.prefetchQuery(selectionsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <EarningsScreen project={project} />
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch } from "#app/server-api.ts";
import { loadProblemParams, problemFilterOf } from "#components/problems/filter-params.ts";
import { ProblemsScreen } from "#components/problems/problems-screen.tsx";
import { problemFacetsQuery, problemsQuery } from "#components/problems/queries.ts";

export const metadata: Metadata = { title: "Problems" };

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function ProblemsPage({ params, searchParams }: Props) {
  const { project } = await params;
  const filter = problemFilterOf(await loadProblemParams(searchParams));
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchInfiniteQuery(problemsQuery(api, project, filter)),
      queryClient.prefetchQuery(problemFacetsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <ProblemsScreen project={project} />
    </HydrationBoundary>
  );
}

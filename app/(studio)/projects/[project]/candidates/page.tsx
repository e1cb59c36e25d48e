import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch } from "#app/server-api.ts";
import {
  candidateFilterOf,
  loadCandidateParams,
} from "#components/instructions/candidates/candidate-params.ts";
import { CandidatesScreen } from "#components/instructions/candidates/candidates-screen.tsx";
import {
  candidateFacetsQuery,
  candidateQuery,
  candidatesQuery,
} from "#components/instructions/candidates/queries.ts";
import { viewsQuery } from "#components/problems/views/queries.ts";

export const metadata: Metadata = { title: "Candidates" };

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function CandidatesPage({ params, searchParams }: Props) {
  const { project } = await params;
  const search = await loadCandidateParams(searchParams);
  const state = await prefetch(async ({ api, queryClient }) => {
    const [list] = await Promise.all([
      queryClient.fetchInfiniteQuery(candidatesQuery(api, project, candidateFilterOf(search))),
      queryClient.prefetchQuery(candidateFacetsQuery(api, project)),
      queryClient.prefetchQuery(viewsQuery(api, project, "candidates")),
    ]);
    const chosen = search.at ?? list.pages[0]?.items[0]?.id;
    if (chosen !== undefined) await queryClient.prefetchQuery(candidateQuery(api, project, chosen));
  });
  return (
    <HydrationBoundary state={state}>
      <CandidatesScreen project={project} />
    </HydrationBoundary>
  );
}

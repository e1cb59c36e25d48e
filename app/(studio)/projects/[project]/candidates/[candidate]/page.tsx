import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { CandidateScreen } from "#components/instructions/candidates/candidate-screen.tsx";
import { candidateQuery } from "#components/instructions/candidates/queries.ts";
import { runQuery } from "#components/jobs/queries.ts";

export const metadata: Metadata = { title: "Candidate" };

export default async function CandidatePage({
  params,
}: {
  params: Promise<{ project: string; candidate: string }>;
}) {
  const { project, candidate } = await params;
  const id = rowIdOrNotFound(candidate);
  const state = await prefetch(async ({ api, queryClient }) => {
    const { runId } = await queryClient.fetchQuery(candidateQuery(api, project, id));
    await queryClient.prefetchQuery(runQuery(api, project, runId));
  });
  return (
    <HydrationBoundary state={state}>
      <CandidateScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { scorePromptsQuery } from "#components/scoring/queries.ts";
import { ScorePrompts } from "#components/scoring/score-prompts-screen.tsx";

export const metadata: Metadata = { title: "Prompts of scoring" };

export default async function ScorePromptsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    queryClient.fetchQuery(scorePromptsQuery(api, project)),
  );
  return (
    <HydrationBoundary state={state}>
      <ScorePrompts project={project} />
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { GrowPrompts } from "#components/instructions/grow/grow-prompts.tsx";
import { promptsQuery } from "#components/instructions/grow/queries.ts";

export const metadata: Metadata = { title: "Prompts" };

export default async function PromptsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(promptsQuery(api, project)));
  return (
    <HydrationBoundary state={state}>
      <GrowPrompts project={project} />
    </HydrationBoundary>
  );
}

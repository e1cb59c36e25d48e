import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { samplePromptsQuery } from "#components/paths/sample/queries.ts";
import { SamplePrompts } from "#components/paths/sample/sample-prompts-screen.tsx";

export const metadata: Metadata = { title: "Prompts of sampling" };

export default async function SamplePromptsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    queryClient.fetchQuery(samplePromptsQuery(api, project)),
  );
  return (
    <HydrationBoundary state={state}>
      <SamplePrompts project={project} />
    </HydrationBoundary>
  );
}

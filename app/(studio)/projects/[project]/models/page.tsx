import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { ModelsScreen } from "#components/models/models-screen.tsx";
import { hostsQuery, modelsQuery } from "#components/models/queries.ts";
import { meQuery } from "#components/projects/queries.ts";

export const metadata: Metadata = { title: "Models" };

export default async function ModelsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(async ({ api, queryClient }) => {
    const [me] = await Promise.all([
      queryClient.fetchQuery(meQuery(api)),
      queryClient.fetchQuery(modelsQuery(api, project)),
    ]);
    if (me.isOwner) await queryClient.prefetchQuery(hostsQuery(api));
  });
  return (
    <HydrationBoundary state={state}>
      <ModelsScreen project={project} />
    </HydrationBoundary>
  );
}

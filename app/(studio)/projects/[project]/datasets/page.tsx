import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { DatasetsScreen } from "#components/datasets/datasets-screen.tsx";
import { datasetsQuery } from "#components/datasets/queries.ts";

export const metadata: Metadata = { title: "Datasets" };

export default async function DatasetsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(datasetsQuery(api, project)));
  return (
    <HydrationBoundary state={state}>
      <DatasetsScreen project={project} />
    </HydrationBoundary>
  );
}

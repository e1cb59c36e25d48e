import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { DatasetScreen } from "#components/datasets/dataset-screen.tsx";
import { datasetQuery } from "#components/datasets/queries.ts";

export const metadata: Metadata = { title: "Dataset" };

export default async function DatasetPage({
  params,
}: {
  params: Promise<{ project: string; dataset: string }>;
}) {
  const { project, dataset } = await params;
  const id = rowIdOrNotFound(dataset);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(datasetQuery(api, project, id)),
      queryClient.prefetchQuery(api.problems.facets.queryOptions({ input: { project } })),
      queryClient.prefetchQuery(api.paths.facets.queryOptions({ input: { project } })),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <DatasetScreen project={project} id={id} />
    </HydrationBoundary>
  );
}

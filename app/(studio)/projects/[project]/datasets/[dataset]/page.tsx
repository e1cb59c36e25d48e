import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { prefetch } from "#app/server-api.ts";
import { DatasetScreen } from "#components/datasets/dataset-screen.tsx";
import { datasetQuery } from "#components/datasets/queries.ts";
import { rowId } from "#lib/api/operation.ts";

export const metadata: Metadata = { title: "Dataset" };

export default async function DatasetPage({
  params,
}: {
  params: Promise<{ project: string; dataset: string }>;
}) {
  const { project, dataset } = await params;
  const id = rowId.safeParse(dataset);
  if (!id.success) notFound();
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(datasetQuery(api, project, id.data)),
      queryClient.prefetchQuery(api.problems.facets.queryOptions({ input: { project } })),
      queryClient.prefetchQuery(api.paths.facets.queryOptions({ input: { project } })),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <DatasetScreen project={project} id={id.data} />
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch } from "#app/server-api.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { NewQueueScreen } from "#components/review/queues/new-queue-screen.tsx";
import { queuePreviewQuery } from "#components/review/queues/queries.ts";
import { loadSourceForm, readSource } from "#components/review/queues/source-form.ts";

export const metadata: Metadata = { title: "New queue" };

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function NewQueuePage({ params, searchParams }: Props) {
  const { project } = await params;
  const { source } = readSource(await loadSourceForm(searchParams));
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      source === null ? null : queryClient.prefetchQuery(queuePreviewQuery(api, project, source)),
      queryClient.prefetchQuery(pathFacetsQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <NewQueueScreen project={project} />
    </HydrationBoundary>
  );
}

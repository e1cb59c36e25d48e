import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { BinScreen } from "#components/problems/bin/bin-screen.tsx";
import { binQuery } from "#components/problems/bin/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";

export const metadata: Metadata = { title: "Bin" };

export default async function BinPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchInfiniteQuery(binQuery(api, project)),
      queryClient.prefetchQuery(projectQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <BinScreen project={project} />
    </HydrationBoundary>
  );
}

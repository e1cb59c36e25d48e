import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { prefetch } from "#app/server-api.ts";
import { PairScreen } from "#components/pairs/pair-screen.tsx";
import { pairQuery } from "#components/pairs/queries.ts";
import { rowId } from "#lib/api/operation.ts";

export const metadata: Metadata = { title: "Pair" };

export default async function PairPage({ params }: { params: Promise<{ project: string; pair: string }> }) {
  const { project, pair } = await params;
  const id = rowId.safeParse(pair);
  if (!id.success) notFound();
  const state = await prefetch(({ api, queryClient }) =>
    queryClient.fetchQuery(pairQuery(api, project, id.data)),
  );
  return (
    <HydrationBoundary state={state}>
      <PairScreen project={project} id={id.data} />
    </HydrationBoundary>
  );
}

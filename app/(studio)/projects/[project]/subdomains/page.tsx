import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { subdomainsQuery } from "#components/problems/editor/queries.ts";
import { SubdomainsScreen } from "#components/problems/subdomains/subdomains-screen.tsx";

export const metadata: Metadata = { title: "Sub-domains" };

export default async function SubdomainsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) =>
    queryClient.fetchQuery(subdomainsQuery(api, project)),
  );
  return (
    <HydrationBoundary state={state}>
      <SubdomainsScreen project={project} />
    </HydrationBoundary>
  );
}

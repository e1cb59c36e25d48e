import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { MembersScreen } from "#components/projects/members-screen.tsx";
import { membersQuery } from "#components/projects/queries.ts";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(membersQuery(api, project)));
  return (
    <HydrationBoundary state={state}>
      <MembersScreen project={project} />
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch } from "#app/server-api.ts";
import { OverviewScreen } from "#components/projects/overview-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";

interface Props {
  params: Promise<{ project: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).project };
}

export default async function OverviewPage({ params }: Props) {
  const { project } = await params;
  const state = await prefetch(({ api, queryClient }) => queryClient.fetchQuery(projectQuery(api, project)));
  return (
    <HydrationBoundary state={state}>
      <OverviewScreen project={project} />
    </HydrationBoundary>
  );
}

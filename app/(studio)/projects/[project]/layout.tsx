import { HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { prefetch } from "#app/server-api.ts";
import { ProjectShell } from "#components/projects/project-shell.tsx";
import { meQuery, projectQuery, projectsQuery } from "#components/projects/queries.ts";

export default async function ProjectLayout(props: {
  children: ReactNode;
  params: Promise<{ project: string }>;
}) {
  const { project } = await props.params;
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(meQuery(api)),
      queryClient.fetchQuery(projectQuery(api, project)),
      queryClient.prefetchQuery(projectsQuery(api)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <ProjectShell project={project}>{props.children}</ProjectShell>
    </HydrationBoundary>
  );
}

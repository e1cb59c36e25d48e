import { HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { prefetch } from "#app/server-api.ts";
import { HomeShell } from "#components/projects/home-shell.tsx";
import { meQuery, projectsQuery } from "#components/projects/queries.ts";

export default async function HomeLayout({ children }: { children: ReactNode }) {
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([queryClient.fetchQuery(meQuery(api)), queryClient.prefetchQuery(projectsQuery(api))]),
  );
  return (
    <HydrationBoundary state={state}>
      <HomeShell>{children}</HomeShell>
    </HydrationBoundary>
  );
}

import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { prefetch, rowIdOrNotFound } from "#app/server-api.ts";
import { TemplateScreen } from "#components/instructions/variation/template-screen.tsx";
import { problemQuery } from "#components/problems/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";

export const metadata: Metadata = { title: "Template" };

interface Props {
  params: Promise<{ project: string; problem: string }>;
}

/** The template itself runs a program, for which the page doesn't wait. */
export default async function TemplatePage({ params }: Props) {
  const { project, problem } = await params;
  const id = rowIdOrNotFound(problem);
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(problemQuery(api, project, id)),
      queryClient.prefetchQuery(projectQuery(api, project)),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <TemplateScreen id={id} project={project} />
    </HydrationBoundary>
  );
}

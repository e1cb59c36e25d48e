import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { prefetch } from "#app/server-api.ts";
import { scorersQuery } from "#components/scoring/queries.ts";
import { previewQuery, selectionsQuery } from "#components/selection/queries.ts";
import { loadRuleForm, readRule } from "#components/selection/rule-form.ts";
import { SelectionsScreen } from "#components/selection/selections-screen.tsx";
import { selectionRule } from "#lib/selection/contract.ts";

export const metadata: Metadata = { title: "Selection" };

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function SelectionsPage({ params, searchParams }: Props) {
  const { project } = await params;
  const { rule } = readRule(await loadRuleForm(searchParams));
  const state = await prefetch(({ api, queryClient }) =>
    Promise.all([
      queryClient.fetchQuery(selectionsQuery(api, project)),
      queryClient.prefetchQuery(scorersQuery(api, project)),
      queryClient.prefetchQuery(previewQuery(api, project, rule ?? selectionRule.parse({}))),
    ]),
  );
  return (
    <HydrationBoundary state={state}>
      <SelectionsScreen project={project} />
    </HydrationBoundary>
  );
}

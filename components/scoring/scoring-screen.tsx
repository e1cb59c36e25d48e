"use client";

import { useQuery } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { ComparePanel } from "./compare-panel.tsx";
import { CritiquePanel } from "./critique-panel.tsx";
import { scorersQuery } from "./queries.ts";
import { RewardPanel } from "./reward-panel.tsx";
import { ScorersTable } from "./scorers-table.tsx";
import { TrainPanel } from "./train-panel.tsx";

/** All scorers of a project, what each says of trust, and how to make one. */
export function ScoringScreen({ project }: { project: string }) {
  const query = useQuery(scorersQuery(api, project));
  const role = useQuery(projectQuery(api, project)).data?.role;
  return (
    <>
      <PageHeader
        title="Scoring"
        description="Critiques grade a path from 1 to 10; rewards order the paths of one problem, and are comparable only within it."
        actions={
          query.data && query.data.length > 0 ? (
            <LinkButton href={`/projects/${project}/scoring/disputes`}>Disputes</LinkButton>
          ) : null
        }
      />
      <PageBody width="wide">
        <div className="flex flex-col gap-4">
          {query.isError && !query.data ? (
            <Failure
              error={query.error}
              what="The scorers"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : query.data === undefined ? (
            <SkeletonLines lines={5} />
          ) : query.data.length === 0 ? (
            <Panel title="Scorers">
              <EmptyState icon={<Gauge />} title="Nothing has scored a path yet">
                A critique says how good a path is by itself, a reward which of two is better. Lemma can learn
                both from checked paths; scores can also come with a file of `score` records, or from people,
                on each path's page.
              </EmptyState>
            </Panel>
          ) : (
            <ScorersTable project={project} scorers={query.data} />
          )}
          {role === "lead" ? (
            <div className="grid items-start gap-4 xl:grid-cols-2">
              <TrainPanel project={project} />
              <div className="flex min-w-0 flex-col gap-4">
                <CritiquePanel project={project} />
                <RewardPanel project={project} />
                <ComparePanel project={project} />
              </div>
            </div>
          ) : null}
        </div>
      </PageBody>
    </>
  );
}

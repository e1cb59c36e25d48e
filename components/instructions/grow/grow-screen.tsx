"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { api } from "#components/api/api.ts";
import { runsQuery } from "#components/jobs/queries.ts";
import { GROWING } from "#components/jobs/run-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { growingDefaultsQuery } from "./queries.ts";
import { RunLines } from "./run-lines.tsx";
import { StartInstruct } from "./start-instruct.tsx";
import { StartVariation } from "./start-variation.tsx";

const MOST_RUNS = 8;

/** Where seeds are grown: the two ways to do it, and what the last runs came to. */
export function GrowScreen({ project }: { project: string }) {
  const defaults = useQuery(growingDefaultsQuery(api, project));
  const runs = useQuery(runsQuery(api, project));
  const growing = runs.data?.items.filter(({ kind }) => GROWING.has(kind)).slice(0, MOST_RUNS);
  const at = `/projects/${project}`;
  return (
    <>
      <PageHeader
        title="Grow"
        description="Makes new problems from the seeds; the filter keeps those that are new, and you decide about the rest."
        actions={
          <LinkButton icon={<MessageSquareText />} href={`${at}/grow/prompts`}>
            Prompts
          </LinkButton>
        }
      />
      <PageBody width="wide">
        {defaults.isError && !defaults.data ? (
          <Failure
            error={defaults.error}
            what="The ways to grow"
            onRetry={() => void defaults.refetch()}
            retrying={defaults.isFetching}
          />
        ) : defaults.data ? (
          <>
            <StatRow>
              <Stat
                label="Seeds"
                value={defaults.data.seeds.toLocaleString("en")}
                href={`${at}/problems?origin=seed`}
              />
              <Stat label="Of these with a program" value={defaults.data.templates.toLocaleString("en")} />
              <Stat
                label="Accepted instructions"
                value={defaults.data.instructions.toLocaleString("en")}
                href={`${at}/problems?origin=generated`}
              />
            </StatRow>
            <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
              <StartVariation project={project} templates={defaults.data.templates} />
              <StartInstruct project={project} defaults={defaults.data} />
            </div>
          </>
        ) : (
          <SkeletonLines lines={10} />
        )}
        <Panel title="Last runs" className="mt-4" flush>
          <RunLines project={project} runs={growing} />
        </Panel>
      </PageBody>
    </>
  );
}

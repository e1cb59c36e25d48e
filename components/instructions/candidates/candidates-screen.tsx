"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { candidateParams, type View } from "./candidate-params.ts";
import { CandidateTriage } from "./candidate-triage.tsx";
import { candidateFacetsQuery } from "./queries.ts";
import { ThresholdPanel } from "./threshold-panel.tsx";
import { UnreadReplies } from "./unread-replies.tsx";

const VIEW_OPTIONS: readonly { value: View; label: string }[] = [
  { value: "candidates", label: "Candidates" },
  { value: "thresholds", label: "Thresholds" },
  { value: "unread", label: "Unread replies" },
];

/** What growing runs proposed: to decide on one by one, by thresholds, and what of their replies couldn't be read. */
export function CandidatesScreen({ project }: { project: string }) {
  const [params, setParams] = useQueryStates(candidateParams);
  const facets = useQuery(candidateFacetsQuery(api, project));
  const { view, run } = params;
  const chooseRun = (next: number) => void setParams({ run: next });
  return (
    <>
      <PageHeader
        title="Candidates"
        description="What runs have made of the seeds. An accepted candidate is an instruction, a problem of this project."
        actions={
          <Segmented
            label="View"
            size="md"
            value={view}
            options={VIEW_OPTIONS}
            onChange={(next) => void setParams({ view: next })}
          />
        }
      />
      {facets.isError && !facets.data ? (
        <PageBody>
          <Failure
            error={facets.error}
            what="These candidates"
            onRetry={() => void facets.refetch()}
            retrying={facets.isFetching}
          />
        </PageBody>
      ) : view === "candidates" ? (
        <CandidateTriage project={project} params={params} facets={facets.data} onParams={setParams} />
      ) : (
        <PageBody>
          {view === "thresholds" ? (
            <ThresholdPanel project={project} runs={facets.data?.runs} run={run} onRun={chooseRun} />
          ) : (
            <UnreadReplies project={project} run={run} onRun={chooseRun} />
          )}
        </PageBody>
      )}
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { runQuery } from "#components/jobs/queries.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Field } from "#components/ui/field.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { CandidateFacets } from "#lib/instructions/contract.ts";
import { NoCandidates } from "./candidates-empty.tsx";
import { runOptions } from "./run-options.ts";
import { runThresholds } from "./run-thresholds.ts";
import { ThresholdForm } from "./threshold-form.tsx";

interface ThresholdPanelProps {
  project: string;
  /** Runs with candidates; undefined while they are on their way. */
  runs: CandidateFacets["runs"] | undefined;
  /** The one that the URL names. */
  run: number | null;
  onRun: (run: number) => void;
}

/** A run's thresholds over the histogram of its scores: the newest run's, unless another one is chosen. */
export function ThresholdPanel({ project, runs, run, onRun }: ThresholdPanelProps) {
  const id = run ?? runs?.[0]?.id ?? null;
  if (runs === undefined) return <SkeletonLines lines={8} />;
  if (id === null) return <NoCandidates project={project} />;
  const options = runOptions(runs, id);
  return (
    <Panel
      title="How like another may a candidate be?"
      description="From a threshold on a candidate is dropped as similar. People's decisions stay, and so does what other gates dropped."
    >
      {options.length > 1 ? (
        <Field label="Run">
          <Select value={String(id)} options={options} onChange={(next) => onRun(Number(next))} />
        </Field>
      ) : (
        <p className="text-ink-muted">{options[0]?.label}</p>
      )}
      <RunThresholds project={project} id={id} />
    </Panel>
  );
}

function RunThresholds({ project, id }: { project: string; id: number }) {
  const { data: run, isError, error, refetch, isFetching } = useQuery(runQuery(api, project, id));
  if (isError && !run) {
    return <Failure error={error} what="This run" onRetry={() => void refetch()} retrying={isFetching} />;
  }
  if (run === undefined) return <SkeletonLines lines={8} />;
  const own = runThresholds(run);
  if (own === null) {
    return (
      <p className="mt-4 text-ink-muted">This run was made without thresholds: there is nothing to change.</p>
    );
  }
  return <ThresholdForm key={`${id} ${JSON.stringify(own)}`} project={project} run={run} own={own} />;
}

"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { ScorerFull } from "#lib/scoring/contract/scorers.ts";
import { scorerQuery, trustQuery } from "./queries.ts";
import { ReportPanel, ValuesPanel } from "./report-panel.tsx";
import { KIND_MEANING, KIND_WORD, SOURCE_WORD } from "./scorer-words.ts";
import { StrengthsPanel } from "./strengths-panel.tsx";
import { TrustPanel } from "./trust-panel.tsx";

/** One scorer: what was measured when it was made, and how far it can be trusted now. */
export function ScorerScreen({ project, id }: { project: string; id: number }) {
  const query = useQuery(scorerQuery(api, project, id));
  const scorer = query.data;
  const role = useQuery(projectQuery(api, project)).data?.role;
  const trust = useQuery({
    ...trustQuery(api, project, scorer?.name ?? "", scorer?.kind ?? "critique"),
    enabled: scorer !== undefined,
  });
  const back = { href: `/projects/${project}/scoring`, label: "Scoring" };
  if (!scorer) {
    return (
      <>
        <PageHeader title="Scorer" back={back} />
        <PageBody>
          {query.isError ? (
            <Failure
              error={query.error}
              what="This scorer"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <SkeletonLines lines={8} />
          )}
        </PageBody>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={scorer.name}
        back={back}
        description={KIND_MEANING[scorer.kind]}
        meta={
          <>
            <Badge>{KIND_WORD[scorer.kind]}</Badge>
            <Badge>{SOURCE_WORD[scorer.source]}</Badge>
          </>
        }
        actions={role === "lead" ? <LeadActions project={project} scorer={scorer} /> : null}
      />
      <PageBody width="wide">
        <div className="flex flex-col gap-4">
          {scorer.report ? <ReportPanel report={scorer.report} /> : null}
          {scorer.strengths ? <StrengthsPanel strengths={scorer.strengths} /> : null}
          <ValuesPanel values={scorer.values} />
          {trust.data ? <TrustPanel trust={trust.data} /> : <SkeletonLines lines={6} />}
        </div>
      </PageBody>
    </>
  );
}

function LeadActions({ project, scorer }: { project: string; scorer: ScorerFull }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const apply = useMutation(
    api.scoringRuns.apply.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
    }),
  );
  const remove = useMutation(
    api.scorers.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries();
        router.push(`/projects/${project}/scoring`);
      },
      onError: (error) =>
        notify({ tone: "bad", title: "It wasn't removed", description: apiFailure(error).message }),
    }),
  );
  const { id } = scorer;
  if (id === null) return null;
  return (
    <>
      {scorer.source === "trained" && scorer.report !== null ? (
        <Button pending={apply.isPending} onClick={() => apply.mutate({ project, scorer: id })}>
          Score all paths
        </Button>
      ) : null}
      <Button variant="danger" onClick={() => setRemoving(true)}>
        Remove
      </Button>
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove ${scorer.name}?`}
        description={`Its ${scorer.paths.toLocaleString("en")} scores go with it. That can't be undone.`}
        confirmLabel="Remove it"
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ project, scorer: id }).catch(() => undefined);
        }}
      />
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { nextStep } from "./next-step.ts";
import { projectQuery } from "./queries.ts";

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

function share(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : `${percent.format(part / whole)} of ${whole.toLocaleString("en")}`;
}

/** The project's front page: how far its data has come, from left to right, and what to do next. */
export function OverviewScreen({ project }: { project: string }) {
  const query = useQuery({ ...projectQuery(api, project), refetchInterval: 5_000 });
  if (query.isError) {
    return <ErrorState message={apiFailure(query.error).message} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <SkeletonLines lines={6} />;
  const { name, description, role, counts } = query.data;
  const step = nextStep(counts, role);
  const at = `/projects/${project}`;
  return (
    <>
      <PageHeader title={name} description={description} meta={<Badge>{role}</Badge>} />
      <PageBody width="wide">
        <StatRow>
          <Stat label="Problems" value={counts.problems.toLocaleString("en")} href={`${at}/problems`} />
          <Stat label="Reasoning paths" value={counts.paths.toLocaleString("en")} href={`${at}/paths`} />
          <Stat
            label="Checked"
            value={counts.checked.toLocaleString("en")}
            hint={share(counts.checked, counts.paths)}
          />
          <Stat
            label="Correct"
            value={counts.correct.toLocaleString("en")}
            hint={share(counts.correct, counts.checked)}
          />
          <Stat label="Pairs" value={counts.pairs.toLocaleString("en")} />
          <Stat
            label="Judged"
            value={counts.judged.toLocaleString("en")}
            hint={share(counts.judged, counts.pairs)}
          />
          <Stat label="Frozen versions" value={counts.versions.toLocaleString("en")} />
        </StatRow>
        {step ? (
          <div className="mt-6">
            <Callout
              tone="accent"
              title={step.title}
              action={
                <LinkButton variant="primary" href={`${at}${step.path}`}>
                  {step.action}
                </LinkButton>
              }
            >
              {step.body}
            </Callout>
          </div>
        ) : null}
      </PageBody>
    </>
  );
}

"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Dices, Mountain } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { gridRows } from "#components/problems/grid-rows.ts";
import { PROBLEM_COLUMNS, ProblemCard } from "#components/problems/problem-columns.tsx";
import { problemsQuery } from "#components/problems/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { HardSummary } from "#lib/scoring/contract/hard.ts";
import { HARD } from "./hard-filter.ts";
import { HardRule } from "./hard-rule.tsx";
import { HardSeries } from "./hard-series.tsx";
import { HardShares } from "./hard-shares.tsx";
import { hardQuery } from "./queries.ts";

/** Problems that models mostly fail: the rule that finds them, what it finds now, and how that went over time. */
export function HardScreen({ project }: { project: string }) {
  const query = useQuery(hardQuery(api, project));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const lead = role === "lead";
  const summary = query.data;
  return (
    <>
      <PageHeader
        title="Hard samples"
        description="Problems that models mostly fail. They teach a preference model the most."
        actions={
          lead && summary && summary.hard > 0 ? (
            <LinkButton variant="primary" icon={<Dices />} href={`/projects/${project}/sample?hard=yes`}>
              Sample more for these
            </LinkButton>
          ) : null
        }
      />
      <PageBody width="wide">
        {query.isError && !summary ? (
          <Failure
            error={query.error}
            what="The hard samples"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : summary ? (
          <div className="flex flex-col gap-4">
            <Numbers summary={summary} />
            <HardRule
              key={JSON.stringify(summary.rule)}
              project={project}
              rule={summary.rule}
              editable={lead}
            />
            {summary.judged > 0 ? (
              <div className="grid gap-4 lg:grid-cols-2">
                <HardShares summary={summary} />
                <HardSeries series={summary.series} />
              </div>
            ) : null}
            <HardProblems project={project} judged={summary.judged} />
          </div>
        ) : (
          <SkeletonLines lines={8} />
        )}
      </PageBody>
    </>
  );
}

function Numbers({ summary: { hard, judged, problems } }: { summary: HardSummary }) {
  return (
    <StatRow>
      <Stat label="Hard samples" value={hard.toLocaleString("en")} tone={hard > 0 ? "warn" : "neutral"} />
      <Stat
        label="Of those with enough samples"
        value={judged === 0 ? "—" : `${((100 * hard) / judged).toFixed(1)} %`}
        hint={`${judged.toLocaleString("en")} problems`}
      />
      <Stat label="Too few samples to say" value={(problems - judged).toLocaleString("en")} />
    </StatRow>
  );
}

function HardProblems({ project, judged }: { project: string; judged: number }) {
  const query = useInfiniteQuery(problemsQuery(api, project, HARD));
  return (
    <div className="flex h-112 flex-col">
      <DataGrid
        label="Hard samples"
        columns={PROBLEM_COLUMNS}
        rowKey={(row) => String(row.id)}
        rowHref={(row) => `/projects/${project}/problems/${row.id}`}
        card={(row) => <ProblemCard row={row} />}
        {...gridRows(query)}
        error={
          query.isError ? (
            <Failure
              error={query.error}
              what="These problems"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : null
        }
        empty={
          <EmptyState icon={<Mountain />} title={judged === 0 ? "Nothing to go by yet" : "None by this rule"}>
            {judged === 0
              ? "Import or sample several paths for each problem and let them be checked: then the rule finds the problems that most of them get wrong."
              : "Every problem with enough samples is solved often enough. A lower share would find more."}
          </EmptyState>
        }
      />
    </div>
  );
}

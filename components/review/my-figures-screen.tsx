"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { AgreementFigure, ReviewerFigures } from "#lib/review/contract/agreement.ts";
import { myFiguresQuery } from "./queries.ts";
import { WARNING } from "./review-words.ts";

/** A reviewer's own page in a queue: pace, agreement with the others, gold, and days. */
export function MyFiguresScreen({ project, queue }: { project: string; queue: number }) {
  const query = useQuery(myFiguresQuery(api, project, queue));
  return (
    <>
      <PageHeader
        title="My figures"
        actions={<LinkButton href={`/projects/${project}/review/${queue}`}>Back to the queue</LinkButton>}
      />
      <PageBody>
        {query.isError && !query.data ? (
          <Failure
            error={query.error}
            what="Your figures"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : query.data ? (
          <Figures figures={query.data} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </PageBody>
    </>
  );
}

function Figures({ figures }: { figures: ReviewerFigures }) {
  const { answers, skips, perHour, medianSeconds, agreement, gold, streak, days, warning } = figures;
  return (
    <div className="flex flex-col gap-4">
      {warning ? (
        <Callout tone="warn" title={WARNING[warning].title}>
          {WARNING[warning].text}
        </Callout>
      ) : null}
      <Panel title="So far">
        <KeyValueList
          items={[
            { label: "Answers", value: answers.toLocaleString("en") },
            { label: "Skipped", value: skips.toLocaleString("en") },
            {
              label: "An hour",
              value: perHour === null ? "not known yet" : Math.round(perHour).toLocaleString("en"),
            },
            {
              label: "Median seconds",
              value: medianSeconds === null ? "not known yet" : medianSeconds.toFixed(1),
            },
            { label: "Agreement with others", value: shareText(agreement) },
            {
              label: "Known answers right",
              value: gold.of === 0 ? "none met yet" : `${gold.right} of ${gold.of}`,
            },
            { label: "Days in a row", value: streak.toLocaleString("en") },
          ]}
        />
      </Panel>
      {days.length === 0 ? null : (
        <Panel title="Answers a day">
          <BarChart
            label="Answers a day"
            xLabel="Day"
            yLabel="Answers"
            height={180}
            categories={days.map(({ day }) => day.slice(5))}
            bars={[{ name: "Answers", values: days.map(({ answers: count }) => count) }]}
          />
        </Panel>
      )}
    </div>
  );
}

function shareText(figure: AgreementFigure): string {
  if (figure.kind === "undefined") return figure.why;
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  const interval =
    figure.low === null || figure.high === null ? "" : ` (${percent(figure.low)} to ${percent(figure.high)})`;
  return `${percent(figure.value)}${interval}`;
}

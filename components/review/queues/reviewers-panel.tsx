import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { ReviewerFigures } from "#lib/review/contract/agreement.ts";
import { Figure } from "./figure.tsx";
import { secondsText, WARNING_MEANING, WARNING_WORD } from "./figure-words.ts";
import { type FigureColumn, FiguresTable } from "./figures-table.tsx";
import { reviewersQuery } from "./queries.ts";
import { throughput } from "./throughput.ts";

const count = (value: number) => value.toLocaleString("en");

const COLUMNS: readonly FigureColumn<ReviewerFigures>[] = [
  { head: "Answers", cell: ({ answers }) => count(answers) },
  { head: "Skips", cell: ({ skips }) => count(skips) },
  {
    head: "An hour",
    meaning: "Pace over the last hour of work",
    cell: ({ perHour }) => (perHour === null ? "—" : count(Math.round(perHour))),
  },
  {
    head: "Median time",
    meaning: "Of an answer, while its page was in sight",
    cell: ({ medianSeconds }) => (medianSeconds === null ? "—" : secondsText(medianSeconds)),
  },
  {
    head: "With others",
    meaning: "How often their answer is another's to the same unit",
    cell: ({ agreement }) => <Figure figure={agreement} form="share" inline />,
  },
  {
    head: "Gold",
    meaning: "Right, of the units whose answer is known",
    cell: ({ gold: { right, of } }) => (of === 0 ? "—" : `${count(right)} of ${count(of)}`),
  },
  {
    head: "Reliability",
    meaning: "Expected accuracy by Dawid–Skene",
    cell: ({ reliability }) => <Figure figure={reliability} form="share" inline />,
  },
  {
    head: "Chose left",
    meaning: "Of pairs with a better side. Sides are random, so about half is to be expected",
    cell: ({ leftShare }) => <Figure figure={leftShare} form="share" inline />,
  },
  {
    head: "Holds",
    meaning: "Units on their screen now, and since when",
    cell: ({ holds, heldSince }) =>
      holds === 0 ? (
        "—"
      ) : (
        <>
          {count(holds)}
          {heldSince === null ? null : (
            <span className="ml-1.5 text-ink-faint text-xs">
              <RelativeTime at={heldSince} />
            </span>
          )}
        </>
      ),
  },
  {
    head: "Streak",
    meaning: "Days in a row with an answer",
    cell: ({ streak }) => (streak === 0 ? "—" : count(streak)),
  },
  {
    head: "Last answer",
    cell: ({ lastAt }) => (lastAt === null ? "—" : <RelativeTime at={lastAt} />),
  },
];

/** Who works in a queue: how much, how fast, how far they can be relied on, and who is stuck. */
export function ReviewersPanel({ project, queue }: { project: string; queue: number }) {
  const query = useQuery(reviewersQuery(api, project, queue));
  if (query.data === undefined) {
    return query.isError ? (
      <Failure
        error={query.error}
        what="The reviewers"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    ) : (
      <SkeletonLines lines={8} />
    );
  }
  if (query.data.length === 0) {
    return (
      <EmptyState
        icon={<Users />}
        title="Nobody has begun"
        action={<LinkButton href={`/projects/${project}/members`}>Members</LinkButton>}
      >
        Reviewers of this project find the queue in the room Review. What each of them has done, and how far
        they agree with others and with known answers, stands here.
      </EmptyState>
    );
  }
  const days = throughput(query.data);
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Reviewers" description="Who has answered most comes first." flush>
        <FiguresTable
          label="Table of reviewers"
          rows={query.data}
          rowKey={({ id }) => id}
          name={{ head: "Name", cell: (row) => <Name row={row} /> }}
          columns={COLUMNS}
        />
      </Panel>
      {days.length === 0 ? null : (
        <Panel title="Answers by day" description="Of all reviewers, the last 30 days they worked on. UTC.">
          <BarChart
            label="Answers by day"
            xLabel="Day"
            yLabel="Answers"
            categories={days.map(({ day }) => day)}
            bars={[{ name: "Answers", values: days.map(({ answers }) => answers) }]}
            height={200}
          />
        </Panel>
      )}
    </div>
  );
}

function Name({ row: { name, warning } }: { row: ReviewerFigures }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span className="truncate">{name}</span>
      {warning === null ? null : (
        <Badge tone="warn" title={WARNING_MEANING[warning]}>
          {WARNING_WORD[warning]}
        </Badge>
      )}
    </span>
  );
}

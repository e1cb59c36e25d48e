import type { UseQueryResult } from "@tanstack/react-query";
import { Failure } from "#components/problems/failure.tsx";
import { LineChart } from "#components/ui/chart/line-chart.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton, SkeletonLines } from "#components/ui/skeleton.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { SelectionPreview, SelectionRule } from "#lib/selection/contract.ts";
import { funnelRows } from "./preview-numbers.ts";

const HEIGHT = 200;

interface PreviewPanelProps {
  query: UseQueryResult<SelectionPreview>;
  rule: SelectionRule;
}

/** What a rule would keep, and how that changes with k and its thresholds. The last answer stays in view while the next comes. */
export function PreviewPanel({ query, rule }: PreviewPanelProps) {
  const { data, isFetching } = query;
  if (query.isError && !isFetching) {
    return (
      <Failure
        error={query.error}
        what="The preview"
        onRetry={() => void query.refetch()}
        retrying={isFetching}
      />
    );
  }
  const { critique, reward } = rule.gates;
  const charts: ChartProps[] = [
    {
      title: "Yield and k",
      label: "Paths kept by k",
      xLabel: "k",
      yLabel: "Paths kept",
      marker: rule.k,
      points: data?.byK.map(({ k, kept }) => ({ x: k, y: kept })),
    },
    {
      title: "Distance and k",
      label: "Mean least distance by k",
      xLabel: "k",
      yLabel: "Mean least distance",
      marker: rule.k,
      points: data?.byK.map(({ k, meanDistance }) => ({ x: k, y: meanDistance })),
    },
  ];
  if (critique) {
    charts.push({
      title: "Yield and critique",
      label: "Paths kept by least critique",
      description: critique.scorer,
      xLabel: "Grade, at least",
      yLabel: "Paths kept",
      marker: critique.atLeast,
      points: data?.byCritique.map(({ atLeast, kept }) => ({ x: atLeast, y: kept })),
    });
  }
  if (reward) {
    charts.push({
      title: "Yield and reward rank",
      label: "Paths kept by reward rank",
      description: reward.scorer,
      xLabel: "Rank in its problem, at most",
      yLabel: "Paths kept",
      marker: reward.rankAtMost,
      points: data?.byReward.map(({ rankAtMost, kept }) => ({ x: rankAtMost, y: kept })),
    });
  }
  return (
    <div className="flex min-w-0 flex-col gap-4" aria-busy={isFetching}>
      <Funnel data={data} k={rule.k} fetching={isFetching} />
      <div className="grid gap-4 xl:grid-cols-2">
        {charts.map((chart) => (
          <YieldChart key={chart.label} {...chart} />
        ))}
      </div>
    </div>
  );
}

const count = (value: number) => value.toLocaleString("en");

function lookedAt({ exact, total, looked }: SelectionPreview): string {
  return exact
    ? `All ${count(total.paths)} paths of ${count(total.problems)} problems were looked at.`
    : `Estimated from ${count(looked.problems)} of ${count(total.problems)} problems.`;
}

function Funnel({ data, k, fetching }: { data: SelectionPreview | undefined; k: number; fetching: boolean }) {
  return (
    <Panel
      title="What would stay"
      description={data ? lookedAt(data) : "Looking …"}
      actions={fetching && data ? <Spinner label="Working it out anew" /> : null}
    >
      {data ? (
        <ol className={cx("flex flex-col gap-2.5", fetching && "opacity-60")}>
          {funnelRows(data, k).map(({ step, paths, problems, lost, share }, at, all) => (
            <li
              key={step}
              className={cx("flex flex-col gap-1", at > 0 && at === all.length - 1 && "font-medium")}
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span>{step}</span>
                <span className="tabular-nums">
                  {lost > 0 ? (
                    <span className="mr-3 font-normal text-ink-faint text-xs">−{count(lost)}</span>
                  ) : null}
                  {count(paths)} paths{" "}
                  <span className="font-normal text-ink-faint">of {count(problems)} problems</span>
                </span>
              </span>
              <span aria-hidden className="h-1 overflow-hidden rounded-full bg-line">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${100 * share}%` }} />
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Panel>
  );
}

interface ChartProps {
  title: string;
  /** By which scorer. */
  description?: string;
  label: string;
  xLabel: string;
  yLabel: string;
  marker: number;
  /** Undefined while the preview is on its way; empty where it isn't of this rule yet. */
  points: readonly { x: number; y: number | null }[] | undefined;
}

function YieldChart({ title, description, label, xLabel, yLabel, marker, points }: ChartProps) {
  return (
    <Panel title={title} description={description}>
      {points === undefined || points.length === 0 ? (
        <div style={{ height: HEIGHT }}>
          <Skeleton className="size-full" />
        </div>
      ) : (
        <LineChart
          label={label}
          xLabel={xLabel}
          yLabel={yLabel}
          marker={{ x: marker }}
          height={HEIGHT}
          series={[{ name: yLabel, points }]}
        />
      )}
    </Panel>
  );
}

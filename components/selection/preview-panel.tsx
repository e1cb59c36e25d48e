import type { UseQueryResult } from "@tanstack/react-query";
import { Failure } from "#components/problems/failure.tsx";
import { LineChart } from "#components/ui/chart/line-chart.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { SelectionPreview } from "#lib/selection/contract.ts";

/** What a rule would keep, and how that changes with k and its thresholds. The last answer stays in view while the next comes. */
export function PreviewPanel({ query, k }: { query: UseQueryResult<SelectionPreview>; k: number }) {
  const { data } = query;
  if (query.isError && !data) {
    return (
      <Failure
        error={query.error}
        what="The preview"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!data) return <SkeletonLines lines={12} />;
  const count = (value: number) => value.toLocaleString("en");
  return (
    <div className={query.isFetching ? "flex flex-col gap-4 opacity-70" : "flex flex-col gap-4"}>
      <Panel
        title="What stays"
        description={
          data.exact
            ? `All ${count(data.total.paths)} paths of ${count(data.total.problems)} problems were looked at.`
            : `Estimated from ${count(data.looked.problems)} of ${count(data.total.problems)} problems.`
        }
      >
        <ol className="flex flex-col divide-y divide-line">
          {data.funnel.map(({ step, paths, problems }) => (
            <li key={step} className="flex items-baseline justify-between gap-4 py-1.5">
              <span>{step}</span>
              <span className="tabular-nums">
                {count(paths)} paths <span className="text-ink-faint">of {count(problems)} problems</span>
              </span>
            </li>
          ))}
          <li className="flex items-baseline justify-between gap-4 py-1.5 font-medium">
            <span>Kept, at most {k} of each</span>
            <span className="tabular-nums">
              {count(data.byK.find((one) => one.k === k)?.kept ?? 0)} paths
            </span>
          </li>
        </ol>
      </Panel>
      <div className="grid gap-4 xl:grid-cols-2">
        <Panel title="Yield and k">
          <LineChart
            label="Paths kept by k"
            xLabel="k"
            yLabel="Paths kept"
            marker={{ x: k }}
            height={200}
            series={[{ name: "Kept", points: data.byK.map((one) => ({ x: one.k, y: one.kept })) }]}
          />
        </Panel>
        <Panel title="Distance and k">
          <LineChart
            label="Mean least distance by k"
            xLabel="k"
            yLabel="Mean least distance"
            marker={{ x: k }}
            height={200}
            series={[
              { name: "Distance", points: data.byK.map((one) => ({ x: one.k, y: one.meanDistance })) },
            ]}
          />
        </Panel>
        {data.byCritique.length > 0 ? (
          <Panel title="Yield and critique">
            <LineChart
              label="Paths kept by least critique"
              xLabel="Critique, at least"
              yLabel="Paths kept"
              height={200}
              series={[
                { name: "Paths", points: data.byCritique.map((one) => ({ x: one.atLeast, y: one.kept })) },
                {
                  name: "Problems",
                  points: data.byCritique.map((one) => ({ x: one.atLeast, y: one.problems })),
                },
              ]}
            />
          </Panel>
        ) : null}
        {data.byReward.length > 0 ? (
          <Panel title="Yield and reward rank">
            <LineChart
              label="Paths kept by reward rank"
              xLabel="Rank in its problem, at most"
              yLabel="Paths kept"
              height={200}
              series={[
                { name: "Paths", points: data.byReward.map((one) => ({ x: one.rankAtMost, y: one.kept })) },
              ]}
            />
          </Panel>
        ) : null}
      </div>
    </div>
  );
}

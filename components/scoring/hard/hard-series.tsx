import { runTitle } from "#components/jobs/run-words.ts";
import { LineChart } from "#components/ui/chart/line-chart.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { DifficultyPoint } from "#lib/scoring/contract/hard.ts";

const FEWEST = 2;

/** Difficulty over time: a point for each run that changed it. */
export function HardSeries({ series }: { series: readonly DifficultyPoint[] }) {
  const last = series.at(-1);
  const cause = last?.runKind ? runTitle({ kind: last.runKind, parameters: {} }) : "a change of the rule";
  return (
    <Panel title="Difficulty over time" description={last ? `Last changed by: ${cause}.` : undefined}>
      {series.length < FEWEST ? (
        <p className="text-ink-muted">
          Each run that changes what is hard adds a point. One is there; from the second on they make a line.
        </p>
      ) : (
        <LineChart
          label="Difficulty over time"
          xLabel="Change"
          yLabel="Share, %"
          series={[
            {
              name: "Hard samples",
              points: series.map(({ hard, judged }, at) => ({
                x: at + 1,
                y: judged === 0 ? null : (100 * hard) / judged,
              })),
            },
            {
              name: "Mean share of failing samples",
              dashed: true,
              points: series.map(({ meanShare }, at) => ({
                x: at + 1,
                y: meanShare === null ? null : 100 * meanShare,
              })),
            },
          ]}
          height={220}
        />
      )}
    </Panel>
  );
}

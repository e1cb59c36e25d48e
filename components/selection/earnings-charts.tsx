import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { ScatterChart } from "#components/ui/chart/scatter-chart.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ModelEarning } from "#lib/selection/contract.ts";
import { perKept, teraflops, waysEach } from "./earnings-words.ts";

/** Whether small models give more different reasoning for less, to be read off the project's own paths. */
export function EarningsCharts({ rows }: { rows: readonly ModelEarning[] }) {
  const points = rows.flatMap((row) => {
    const ways = waysEach(row);
    return row.billions === null || ways === null ? [] : [{ name: row.model, x: row.billions, y: ways }];
  });
  const costs = rows
    .flatMap((row) => {
      const flops = perKept(row.flops, row);
      return flops === null
        ? []
        : [{ model: row.model, billions: row.billions ?? 0, tera: teraflops(flops) }];
    })
    .toSorted((a, b) => a.billions - b.billions);
  const unsized = rows.filter(({ billions }) => billions === null).length;
  return (
    <>
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel
          title="Different reasoning and size"
          description="Different ways of reasoning that passed the gates, for each problem that the model was asked."
        >
          {points.length > 0 ? (
            <ScatterChart
              label="Different reasoning by size"
              xLabel="Parameters, billions"
              yLabel="Ways a problem"
              xLog
              points={points}
            />
          ) : (
            <NoSize />
          )}
        </Panel>
        <Panel
          title="Cost of a kept path"
          description="10¹² operations for each kept path: 2 × parameters × tokens written. Smaller models to the left."
        >
          {costs.length > 0 ? (
            <BarChart
              label="Cost of a kept path by model"
              xLabel="Model"
              yLabel="TFLOP a kept path"
              categories={costs.map(({ model }) => model)}
              bars={[{ name: "TFLOP a kept path", values: costs.map(({ tera }) => tera) }]}
            />
          ) : (
            <NoSize />
          )}
        </Panel>
      </div>
      {unsized > 0 && points.length > 0 ? (
        <p className="text-ink-muted text-xs">
          {unsized === 1 ? "A model has" : `${unsized} models have`} no size yet, and isn't in these charts.
        </p>
      ) : null}
    </>
  );
}

function NoSize() {
  return (
    <p className="text-ink-muted">
      Nothing to draw yet: it takes a size, which can be typed in the table, and kept paths.
    </p>
  );
}

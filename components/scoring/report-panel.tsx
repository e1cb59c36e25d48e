import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { LineChart } from "#components/ui/chart/line-chart.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { TrainedReport } from "#lib/scoring/contract/trained.ts";
import { figureText } from "./scorer-words.ts";

const SHOWN_FEATURES = 10;

/** What was measured of a trained scorer on problems that it wasn't trained on. */
export function ReportPanel({ report }: { report: TrainedReport }) {
  const { heldOut, train, baselines, features, calibration } = report;
  const count = (value: number) => value.toLocaleString("en");
  return (
    <>
      <Panel
        title="On held-out problems"
        description={`Trained on ${count(train.paths)} paths of ${count(train.problems)} problems, measured on ${count(heldOut.paths)} of ${count(heldOut.problems)} others.`}
      >
        <div className="flex flex-col gap-4">
          <StatRow>
            {report.kind === "critique" ? (
              <>
                <Stat label="AUC" value={figureText(report.auc)} />
                <Stat label="Accuracy" value={figureText(report.accuracy)} />
                <Stat label="Calibration error" value={figureText(report.calibrationError)} />
              </>
            ) : null}
            <Stat label="Pairs in order" value={figureText(report.pairAccuracy)} hint="within a problem" />
          </StatRow>
          <table className="w-full max-w-xl text-right tabular-nums">
            <thead className="text-ink-muted text-xs">
              <tr>
                <th scope="col" className="py-1 text-left font-normal">
                  Rule of thumb
                </th>
                <th scope="col" className="py-1 font-normal">
                  AUC
                </th>
                <th scope="col" className="py-1 font-normal">
                  Pairs in order
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {baselines.map(({ name, auc, pairAccuracy }) => (
                <tr key={name}>
                  <th scope="row" className="py-1 text-left font-normal">
                    {name}
                  </th>
                  <td className="py-1">{figureText(auc)}</td>
                  <td className="py-1">{figureText(pairAccuracy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <div className="grid gap-4 lg:grid-cols-2">
        {calibration.length > 0 ? (
          <Panel
            title="Calibration"
            description="Foretold against seen; on the dashed line they are the same."
          >
            <LineChart
              label="Calibration"
              xLabel="Foretold probability"
              yLabel="Share correct"
              yDomain={[0, 1]}
              series={[
                {
                  name: "Seen",
                  points: calibration.map(({ predicted, observed }) => ({ x: predicted, y: observed })),
                },
                {
                  name: "Perfect",
                  dashed: true,
                  points: calibration.map(({ predicted }) => ({ x: predicted, y: predicted })),
                },
              ]}
            />
          </Panel>
        ) : null}
        <Panel
          title="What decides"
          description="Mean contribution of each readable feature, strongest first."
        >
          <ol className="flex flex-col gap-1">
            {features.slice(0, SHOWN_FEATURES).map(({ name, label, weight, importance }) => (
              <li key={name} className="flex items-baseline justify-between gap-4">
                <span className="min-w-0 truncate">{label}</span>
                <span className="shrink-0 text-ink-muted tabular-nums">
                  {weight >= 0 ? "for it" : "against it"}, {importance.toFixed(2)}
                </span>
              </li>
            ))}
          </ol>
        </Panel>
      </div>
    </>
  );
}

/** How its scores are spread. */
export function ValuesPanel({ values }: { values: readonly { from: number; count: number }[] }) {
  if (values.length === 0) return null;
  return (
    <Panel title="Scores">
      <BarChart
        label="Scores"
        xLabel="Score"
        yLabel="Paths"
        categories={values.map(({ from }) => from.toFixed(1))}
        bars={[{ name: "Paths", values: values.map(({ count }) => count) }]}
        height={200}
      />
    </Panel>
  );
}

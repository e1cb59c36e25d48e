import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Figure, Trust } from "#lib/scoring/contract/trust.ts";
import { figureText } from "./scorer-words.ts";

/** How far a scorer can be trusted: each figure with what it was measured on, or why there is none. */
export function TrustPanel({ trust }: { trust: Trust }) {
  const { verdicts, people, length, position, kind } = trust;
  const isCritique = kind === "critique";
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel title="Against verdicts">
        <Figures
          rows={[
            ["Pairs in order, within a problem", verdicts.pairAccuracy],
            ...(isCritique
              ? ([
                  ["AUC", verdicts.auc],
                  [`Kappa, from ${verdicts.threshold ?? "—"} on held correct`, verdicts.kappa],
                  ["Mean error against 10 and 1", verdicts.meanError],
                ] as [string, Figure][])
              : []),
            ["Spearman", verdicts.spearman],
          ]}
        />
      </Panel>
      <Panel title="Against people">
        <Figures
          rows={[
            ["Judged pairs in order", people.pairAccuracy],
            ["Kappa with judgements", people.kappa],
            ...(isCritique
              ? ([
                  ["Spearman with grades", people.grades.spearman],
                  ["Mean error against grades", people.grades.meanError],
                  ["Quadratic kappa with grades", people.grades.kappa],
                ] as [string, Figure][])
              : []),
          ]}
        />
      </Panel>
      <Panel title="Biases">
        <Figures
          rows={[
            ["Spearman with length, within a problem", length.spearman],
            ["The longer of two alike wins", length.longerWins],
            ...(position
              ? ([
                  ["Otherwise with sides swapped", position.inconsistent],
                  ["The left side wins", position.leftWins],
                ] as [string, Figure][])
              : []),
          ]}
        />
      </Panel>
      <Panel title="Verdicts by score">
        <BarChart
          label="Verdicts by score"
          xLabel={isCritique ? "Critique" : "Place in the problem's order, tenths"}
          yLabel="Paths"
          stacked
          categories={trust.confusion.map(({ from }) => String(from))}
          bars={[
            { name: "correct", tone: "good", values: trust.confusion.map((row) => row.correct) },
            {
              name: "incorrect",
              tone: "bad",
              values: trust.confusion.map((row) => row.incorrect + row.error),
            },
            {
              name: "open",
              tone: "faint",
              values: trust.confusion.map((row) => row.unverifiable + row.unchecked),
            },
          ]}
        />
      </Panel>
    </div>
  );
}

function Figures({ rows }: { rows: readonly (readonly [label: string, figure: Figure])[] }) {
  return (
    <dl className="flex flex-col divide-y divide-line">
      {rows.map(([label, { value, low, high, n, why }]) => (
        <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
          <dt className="min-w-0">{label}</dt>
          <dd className="ml-auto min-w-0 max-w-64 text-right tabular-nums">
            {value === null ? null : (
              <>
                {figureText(value)}{" "}
                <span className="text-ink-faint text-xs">
                  {low === null || high === null ? "" : `${figureText(low)} to ${figureText(high)}, `}n ={" "}
                  {n.toLocaleString("en")}
                </span>
              </>
            )}
            {why === null ? null : <span className="block text-ink-faint text-xs">{why}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

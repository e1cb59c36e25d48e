import { shareText } from "#components/problems/share.ts";
import { cx } from "#components/ui/class-names.ts";
import { dollars } from "#components/ui/dollars.ts";
import { Panel } from "#components/ui/panel.tsx";
import type { ModelEarning } from "#lib/selection/contract.ts";
import { perKept, teraflopsText } from "./earnings-words.ts";
import { SizeInput } from "./size-input.tsx";

const count = (value: number) => value.toLocaleString("en");
const orDash = (value: number | null, text: (value: number) => string) =>
  value === null ? "—" : text(value);

interface EarningColumn {
  head: string;
  /** What it counts, where its name doesn't say it. */
  meaning?: string;
  cell: (row: ModelEarning) => string;
}

const COLUMNS: readonly EarningColumn[] = [
  { head: "Sampled", cell: (row) => count(row.sampled) },
  {
    head: "Correct",
    meaning: "Share of the sampled",
    cell: (row) => shareText(row.correct, row.sampled) ?? "—",
  },
  {
    head: "Ways",
    meaning: "Different ways of reasoning that passed the gates, summed over problems",
    cell: (row) => count(row.distinct),
  },
  { head: "Kept", cell: (row) => count(row.kept) },
  {
    head: "Only its own",
    meaning: "Kept, and reasoned as no other model did",
    cell: (row) => count(row.unique),
  },
  {
    head: "Tokens",
    meaning: "Written; ≈ where they are estimated from the text",
    cell: (row) =>
      orDash(row.tokens, (tokens) => `${row.tokensEstimated ? "≈ " : ""}${count(Math.round(tokens))}`),
  },
  { head: "Cost", cell: (row) => orDash(row.dollars, dollars) },
  { head: "Cost a kept path", cell: (row) => orDash(perKept(row.dollars, row), dollars) },
  {
    head: "TFLOP a kept path",
    meaning: "10¹² operations: 2 × parameters × tokens",
    cell: (row) => orDash(perKept(row.flops, row), teraflopsText),
  },
];

/** What each model was asked for, what of it stays, and what that cost. */
export function EarningsTable({ project, rows }: { project: string; rows: readonly ModelEarning[] }) {
  return (
    <Panel title="Models" flush>
      <section
        className="overflow-x-auto focus-visible:-outline-offset-2"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table on a narrow screen is scrolled by keys
        tabIndex={0}
        aria-label="Table of models"
      >
        <table className="w-full whitespace-nowrap text-right tabular-nums">
          <thead className="bg-sunken text-ink-muted text-xs">
            <tr>
              <th scope="col" className={cx(HEAD, "text-left")}>
                Model
              </th>
              <th scope="col" className={HEAD} title="Billions of parameters">
                Size, B
              </th>
              {COLUMNS.map(({ head, meaning }) => (
                <th key={head} scope="col" className={HEAD} title={meaning}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={row.model}>
                <th scope="row" className="px-3 py-1.5 text-left font-normal">
                  {row.model}
                </th>
                <td className="px-3 py-1">
                  <SizeInput project={project} row={row} />
                </td>
                {COLUMNS.map(({ head, cell }) => (
                  <td key={head} className="px-3 py-1.5">
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

const HEAD = "px-3 py-1.5 font-normal";

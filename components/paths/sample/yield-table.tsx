import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { shareText } from "#components/problems/share.ts";
import { dollars } from "#components/ui/dollars.ts";
import { Panel } from "#components/ui/panel.tsx";
import type { SetupYield } from "#lib/paths/contract/sampling.ts";
import { KIND_LABEL } from "../kind-words.ts";
import { yieldsQuery } from "./queries.ts";

interface YieldTableProps {
  project: string;
  /** Of one run; all where none is named. */
  run?: number;
  live?: boolean;
}

const HEAD = [
  "Model",
  "Kind",
  "Temp.",
  "Samples",
  "Correct",
  "Merged",
  "Cut",
  "Refused",
  "Failed",
  "Tokens",
  "Cost",
  "A correct one",
];

/** What sampling came to, a line for each model, kind and temperature. */
export function YieldTable({ project, run, live = false }: YieldTableProps) {
  const query = useQuery(yieldsQuery(api, project, run, live));
  if (query.isError) {
    return (
      <Failure
        error={query.error}
        what="The yields"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!query.data || query.data.length === 0) return null;
  return (
    <Panel title="Yield" description="What sampling came to, by model, kind and temperature." flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table on a narrow screen is scrolled by keys */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Yield by setup">
        <table className="w-full whitespace-nowrap text-right tabular-nums">
          <thead className="bg-sunken text-ink-muted text-xs">
            <tr>
              {HEAD.map((name, at) => (
                <th key={name} scope="col" className={at < 2 ? LEFT : CELL}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {query.data.map((row) => (
              <YieldRow key={`${row.model} ${row.kind} ${row.temperature}`} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

const CELL = "px-3 py-1.5 font-normal";
const LEFT = `${CELL} text-left`;

function YieldRow({ row }: { row: SetupYield }) {
  const count = (value: number) => (value === 0 ? "—" : value.toLocaleString("en"));
  const cells = [
    row.temperature ?? "own",
    row.samples.toLocaleString("en"),
    shareText(row.correct, row.checked) ?? "—",
    count(row.merged),
    count(row.truncated),
    count(row.refused),
    count(row.failed),
    (row.inputTokens + row.outputTokens).toLocaleString("en"),
    dollars(row.cost),
    row.correct === 0 || row.cost === 0 ? "—" : dollars(row.cost / row.correct),
  ];
  return (
    <tr>
      <th scope="row" className={LEFT}>
        {row.model}
      </th>
      <td className={LEFT}>{KIND_LABEL[row.kind]}</td>
      {cells.map((cell, at) => (
        <td key={HEAD[at + 2]} className={CELL}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Swords } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { StrengthsPanel } from "#components/scoring/strengths-panel.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { WinRate } from "#lib/review/contract/agreement.ts";
import { Figure } from "./figure.tsx";
import { type FigureColumn, FiguresTable } from "./figures-table.tsx";
import { winRatesQuery } from "./queries.ts";

const count = (value: number) => value.toLocaleString("en");

const COLUMNS: readonly FigureColumn<WinRate>[] = [
  { head: "Won", cell: ({ wins }) => count(wins) },
  { head: "Tied", cell: ({ ties }) => count(ties) },
  { head: "Lost", cell: ({ losses }) => count(losses) },
  {
    head: "Win rate",
    meaning: "A tie is half a win; with the 95 % Wilson interval",
    cell: ({ rate }) => <Figure figure={rate} form="share" inline />,
  },
];

/** Whose paths people prefer: model against model, and all of them on one scale. */
export function WinRatesPanel({ project }: { project: string }) {
  const query = useQuery(winRatesQuery(api, project));
  return (
    <>
      <Panel
        title="Win rates of models"
        description="From judged pairs of all queues. A tie is half a win; with 95 % intervals."
        flush
      >
        {query.data === undefined ? (
          query.isError ? (
            <Failure
              error={query.error}
              what="The win rates"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <div className="p-4">
              <SkeletonLines lines={3} />
            </div>
          )
        ) : query.data.rates.length === 0 ? (
          <EmptyState icon={<Swords />} title="No two models have met yet">
            Once people have judged pairs with paths of two models, it stands here which model they prefer.
          </EmptyState>
        ) : (
          <FiguresTable
            label="Table of win rates"
            rows={query.data.rates}
            rowKey={({ model, against }) => JSON.stringify([model, against])}
            name={{
              head: "Model",
              cell: ({ model, against }) => (
                <span title={`${model} against ${against}`}>
                  {model} <span className="text-ink-faint">against {against}</span>
                </span>
              ),
            }}
            columns={COLUMNS}
          />
        )}
      </Panel>
      {query.data ? <StrengthsPanel strengths={query.data.strengths} /> : null}
    </>
  );
}

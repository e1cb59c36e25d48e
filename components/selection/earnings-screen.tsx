"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bot } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { shareText } from "#components/problems/share.ts";
import { ScatterChart } from "#components/ui/chart/scatter-chart.tsx";
import { dollars } from "#components/ui/dollars.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/input.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { ModelEarning } from "#lib/selection/contract.ts";
import { earningsQuery } from "./queries.ts";

/** Which models earn their cost: what each was asked for, what of it stays, and what that cost. */
export function EarningsScreen({ project }: { project: string }) {
  const query = useQuery(earningsQuery(api, project));
  const rows = query.data;
  const sized = rows?.filter(({ billions, problems }) => billions !== null && problems > 0) ?? [];
  return (
    <>
      <PageHeader
        title="Which models earn their cost"
        back={{ href: `/projects/${project}/selection`, label: "Selection" }}
        description="By the newest selection. Small models often give more different reasoning for less."
      />
      <PageBody width="wide">
        {query.isError && !rows ? (
          <Failure
            error={query.error}
            what="The models"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : rows === undefined ? (
          <SkeletonLines lines={6} />
        ) : rows.length === 0 ? (
          <EmptyState icon={<Bot />} title="No model has written a path yet">
            Import or sample paths of several models, check them, and select: then each model's part can be
            read here.
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-4">
            <EarningsTable project={project} rows={rows} />
            {sized.length > 1 ? (
              <div className="grid gap-4 lg:grid-cols-2">
                <Panel
                  title="Different reasoning and size"
                  description="Different ways of reasoning that pass the gates, for each problem that the model was asked."
                >
                  <ScatterChart
                    label="Different reasoning by size"
                    xLabel="Parameters, billions"
                    yLabel="Ways a problem"
                    xLog
                    points={sized.map(({ model, billions, distinct, problems }) => ({
                      name: model,
                      x: billions ?? 1,
                      y: distinct / problems,
                    }))}
                  />
                </Panel>
                <Panel
                  title="Cost of a kept path and size"
                  description="2 × parameters × tokens written, for each kept path."
                >
                  <ScatterChart
                    label="Cost of a kept path by size"
                    xLabel="Parameters, billions"
                    yLabel="TFLOP a kept path"
                    xLog
                    points={sized.flatMap(({ model, billions, flops, kept }) =>
                      flops === null || kept === 0
                        ? []
                        : [{ name: model, x: billions ?? 1, y: flops / kept / 1e12 }],
                    )}
                  />
                </Panel>
              </div>
            ) : null}
          </div>
        )}
      </PageBody>
    </>
  );
}

const HEAD = [
  "Model",
  "Size, B",
  "Sampled",
  "Correct",
  "Ways",
  "Kept",
  "Only its own",
  "Tokens",
  "Cost",
  "A kept one",
  "TFLOP a kept one",
];

function EarningsTable({ project, rows }: { project: string; rows: readonly ModelEarning[] }) {
  return (
    <Panel title="Models" flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table on a narrow screen is scrolled by keys */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Models">
        <table className="w-full whitespace-nowrap text-right tabular-nums">
          <thead className="bg-sunken text-ink-muted text-xs">
            <tr>
              {HEAD.map((name, at) => (
                <th
                  key={name}
                  scope="col"
                  className={`px-3 py-1.5 font-normal ${at === 0 ? "text-left" : ""}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <EarningLine key={row.model} project={project} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function EarningLine({ project, row }: { project: string; row: ModelEarning }) {
  const count = (value: number) => value.toLocaleString("en");
  const each = (amount: number | null) => (amount === null || row.kept === 0 ? null : amount / row.kept);
  const dollarsEach = each(row.dollars);
  const flopsEach = each(row.flops);
  const cells = [
    count(row.sampled),
    shareText(row.correct, row.sampled) ?? "—",
    count(row.distinct),
    count(row.kept),
    count(row.unique),
    row.tokens === null ? "—" : `${row.tokensEstimated ? "≈ " : ""}${count(Math.round(row.tokens))}`,
    row.dollars === null ? "—" : dollars(row.dollars),
    dollarsEach === null ? "—" : dollars(dollarsEach),
    flopsEach === null ? "—" : (flopsEach / 1e12).toFixed(1),
  ];
  return (
    <tr>
      <th scope="row" className="px-3 py-1.5 text-left font-normal">
        {row.model}
      </th>
      <td className="px-3 py-1">
        <SizeInput project={project} row={row} />
      </td>
      {cells.map((cell, at) => (
        <td key={HEAD[at + 2]} className="px-3 py-1.5">
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** A model's size, as its name or its endpoint says it, for a lead to set right. */
function SizeInput({ project, row }: { project: string; row: ModelEarning }) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const save = useMutation(
    api.selection.setSize.mutationOptions({
      onSuccess: (found) => {
        queryClient.setQueryData(earningsQuery(api, project).queryKey, found);
        setTyped(null);
      },
      onError: (error) =>
        notify({ tone: "bad", title: "The size wasn't saved", description: apiFailure(error).message }),
    }),
  );
  const shown = typed ?? (row.billions === null ? "" : String(row.billions));
  const send = () => {
    if (typed === null) return;
    const billions = typed.trim() === "" ? null : Number(typed);
    if (billions === null || billions > 0) save.mutate({ project, model: row.model, billions });
  };
  return (
    <Input
      aria-label={`Size of ${row.model}, billions of parameters`}
      className="w-20 text-right"
      inputMode="decimal"
      value={shown}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={send}
      onKeyDown={(event) => {
        if (event.key === "Enter") send();
      }}
    />
  );
}

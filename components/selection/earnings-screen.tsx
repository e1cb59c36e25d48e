"use client";

import { useQuery } from "@tanstack/react-query";
import { Bot } from "lucide-react";
import { useQueryState } from "nuqs";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { parseAsRowId } from "#components/problems/row-id-param.ts";
import { Callout } from "#components/ui/callout.tsx";
import { cx } from "#components/ui/class-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Select } from "#components/ui/select.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { ModelEarning } from "#lib/selection/contract.ts";
import { EarningsCharts } from "./earnings-charts.tsx";
import { EarningsTable } from "./earnings-table.tsx";
import { earningsSummary, teraflopsText } from "./earnings-words.ts";
import { earningsQuery, selectionsQuery } from "./queries.ts";

const NEWEST = "newest";

/** Which models earn their cost: what each was asked for, what of it stays, and what that cost. */
export function EarningsScreen({ project }: { project: string }) {
  const [selection, setSelection] = useQueryState("selection", parseAsRowId);
  const query = useQuery(earningsQuery(api, project, selection));
  const ready = useQuery(selectionsQuery(api, project)).data?.filter((one) => one.ready);
  const rows = query.data;
  return (
    <>
      <PageHeader
        title="Which models earn their cost"
        back={{ href: `/projects/${project}/selection`, label: "Selection" }}
        description="What each model was asked for, what of it a selection kept, and what that cost."
        actions={
          ready && ready.length > 0 ? (
            <Select
              label="By which selection"
              className="w-56"
              value={selection === null ? NEWEST : String(selection)}
              options={[
                { value: NEWEST, label: `The newest (${ready[0]?.name ?? ""})` },
                ...ready.map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              onChange={(next) => void setSelection(next === NEWEST ? null : Number(next))}
            />
          ) : null
        }
      />
      <PageBody width="wide">
        {query.isError && !query.isFetching ? (
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
          <div className={cx("flex flex-col gap-4", query.isPlaceholderData && "opacity-60")}>
            {ready?.length === 0 ? (
              <Callout title="Nothing is selected yet">
                What is sampled stands here already; what is kept does once a selection is done.
              </Callout>
            ) : (
              <Summary rows={rows} />
            )}
            <EarningsTable project={project} rows={rows} />
            <EarningsCharts rows={rows} />
          </div>
        )}
      </PageBody>
    </>
  );
}

function Summary({ rows }: { rows: readonly ModelEarning[] }) {
  const { mostWays, cheapest, mostUnique } = earningsSummary(rows);
  return (
    <StatRow>
      <Stat
        label="Most ways of reasoning a problem"
        value={mostWays?.ways.toFixed(2) ?? "—"}
        hint={mostWays?.model ?? "No model was asked"}
      />
      <Stat
        label="Least TFLOP a kept path"
        value={cheapest ? teraflopsText(cheapest.flops) : "—"}
        hint={cheapest?.model ?? "It takes a size and kept paths"}
      />
      <Stat
        label="Most kept that no other has"
        value={mostUnique?.unique.toLocaleString("en") ?? "—"}
        hint={mostUnique?.model ?? "None is its model's alone"}
      />
    </StatRow>
  );
}

"use client";

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { parseAsInteger, parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { gridRows } from "#components/problems/grid-rows.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { singleChoice } from "#components/ui/single-choice.ts";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { dropReason, type Selection, type SelectionRow } from "#lib/selection/contract.ts";
import { type RowFilter, rowsQuery, selectionQuery } from "./queries.ts";
import { RowSheet } from "./row-sheet.tsx";
import { ROW_COLUMNS, RowCard } from "./selection-columns.tsx";
import { REASON_WORD, ruleSentence } from "./selection-words.ts";

const KEPT = ["kept", "dropped"] as const;

/** What a selection did with each path, and why; a row opens beside the nearest kept one. */
export function SelectionScreen({ project, id }: { project: string; id: number }) {
  const query = useQuery(selectionQuery(api, project, id));
  const [kept, setKept] = useQueryState("kept", parseAsStringLiteral(KEPT));
  const [reason, setReason] = useQueryState("reason", parseAsStringLiteral(dropReason.options));
  const [open, setOpen] = useQueryState("path", parseAsInteger);
  const filter: RowFilter = {
    ...(kept === null ? {} : { kept: kept === "kept" }),
    ...(reason === null ? {} : { reason }),
  };
  const rows = useInfiniteQuery(rowsQuery(api, project, id, filter));
  const selection = query.data;
  const back = { href: `/projects/${project}/selection`, label: "Selection" };
  if (!selection) {
    return (
      <>
        <PageHeader title="Selection" back={back} />
        <PageBody>
          {query.isError ? (
            <Failure
              error={query.error}
              what="This selection"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <SkeletonLines lines={8} />
          )}
        </PageBody>
      </>
    );
  }
  const dropped = selection.counts?.dropped ?? {};
  return (
    <>
      <PageHeader
        title={selection.name}
        back={back}
        description={ruleSentence(selection.rule)}
        actions={<RemoveSelection project={project} selection={selection} />}
      />
      <PageBody width="full">
        <FilterBar trailing={<span role="status">{countsText(selection)}</span>}>
          <FilterChip
            label="Kept"
            single
            value={singleChoice(kept)}
            options={KEPT.map((value) => ({ value, label: value === "kept" ? "Kept" : "Dropped" }))}
            onChange={([next]) => void setKept(next ?? null)}
          />
          <FilterChip
            label="Reason"
            single
            value={singleChoice(reason)}
            options={dropReason.options.map((value) => ({
              value,
              label: REASON_WORD[value],
              count: dropped[value] ?? 0,
            }))}
            onChange={([next]) => void setReason(next ?? null)}
          />
        </FilterBar>
        <DataGrid<SelectionRow>
          label="Paths of the selection"
          columns={ROW_COLUMNS}
          rowKey={(row) => String(row.pathId)}
          onRowOpen={(row) => void setOpen(row.pathId)}
          card={(row) => <RowCard row={row} />}
          {...gridRows(rows)}
          error={
            rows.isError ? (
              <Failure
                error={rows.error}
                what="These paths"
                onRetry={() => void rows.refetch()}
                retrying={rows.isFetching}
              />
            ) : null
          }
          empty={<p className="p-6 text-ink-muted">No path of this selection is of that kind.</p>}
        />
        <RowSheet project={project} selection={id} path={open} onClose={() => void setOpen(null)} />
      </PageBody>
    </>
  );
}

function countsText({ counts }: Selection): string {
  if (counts === null) return "running";
  const count = (value: number) => value.toLocaleString("en");
  return `${count(counts.kept)} of ${count(counts.considered)} kept, ${count(counts.covered)} of ${count(counts.problems)} problems covered`;
}

function RemoveSelection({ project, selection }: { project: string; selection: Selection }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.selection.remove.mutationOptions({
      onSuccess: async () => {
        router.push(`/projects/${project}/selection`);
        await queryClient.invalidateQueries();
      },
      onError: (error) =>
        notify({ tone: "bad", title: "It wasn't removed", description: apiFailure(error).message }),
    }),
  );
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Remove
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Remove ${selection.name}?`}
        description="What it says of each path goes; the paths stay as they are."
        confirmLabel="Remove it"
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ project, selection: selection.id }).catch(() => undefined);
        }}
      />
    </>
  );
}

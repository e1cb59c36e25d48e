"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { BinnedProblem } from "#lib/problems/contract/bin.ts";
import { countWords } from "../count-words.ts";
import { Failure } from "../failure.tsx";
import { gridRows } from "../grid-rows.ts";
import { BinCard, binColumns } from "./bin-columns.tsx";
import { binQuery } from "./queries.ts";
import { useBin } from "./use-bin.ts";

/** Deleted problems, with what belongs to them, until they are restored or deleted for good. */
export function BinScreen({ project }: { project: string }) {
  const query = useInfiniteQuery(binQuery(api, project));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const { restore, purge } = useBin(project);
  const [purging, setPurging] = useState<BinnedProblem | null>(null);
  const grid = gridRows(query);
  const actions = {
    onRestore: (row: BinnedProblem) => restore(row.id),
    onPurge: role === "lead" ? setPurging : null,
  };
  return (
    <>
      <PageHeader
        back={{ href: `/projects/${project}/problems`, label: "Problems" }}
        description="Deleted problems, with their paths and pairs. They count nowhere and leave in no file."
        meta={
          <span className="text-ink-muted" role="status">
            {grid.total === undefined ? "" : countWords(grid.total, "problem")}
          </span>
        }
        title="Bin"
      />
      <PageBody width="full">
        <DataGrid
          card={(row) => <BinCard row={row} {...actions} />}
          columns={binColumns(actions)}
          label="Problems in the bin"
          rowKey={(row) => String(row.id)}
          {...grid}
          empty={
            <EmptyState icon={<Trash2 />} title="The bin is empty">
              A problem that is deleted comes here first, with its paths and pairs, and can be restored.
            </EmptyState>
          }
          error={
            query.isError ? (
              <Failure
                error={query.error}
                onRetry={() => void query.refetch()}
                retrying={query.isFetching}
                what="The bin's problems"
              />
            ) : null
          }
        />
      </PageBody>
      <ConfirmDialog
        confirmLabel="Delete for good"
        danger
        description={
          <>
            Its {countWords(purging?.paths ?? 0, "path")}, their scores, its pairs and its history go with it.
            This can't be undone.
          </>
        }
        onConfirm={async () => {
          if (purging) await purge(purging.id);
        }}
        onOpenChange={(open) => {
          if (!open) setPurging(null);
        }}
        open={purging !== null}
        title="Delete this problem for good?"
        typeToConfirm={purging?.key}
      />
    </>
  );
}

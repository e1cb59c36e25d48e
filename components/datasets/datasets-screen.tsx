"use client";

import { useQuery } from "@tanstack/react-query";
import { Database, Plus } from "lucide-react";
import Link from "next/link";
import { parseAsBoolean, useQueryState } from "nuqs";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { KIND_LABEL } from "./kind-label.ts";
import { NewDatasetDialog } from "./new-dataset-dialog.tsx";
import { datasetsQuery } from "./queries.ts";

export function DatasetsScreen({ project }: { project: string }) {
  const datasets = useQuery(datasetsQuery(api, project));
  const [creating, setCreating] = useQueryState("new", parseAsBoolean.withDefault(false));
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
      New dataset
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Datasets"
        description="A dataset is a saved filter. Freezing it makes a numbered version that never changes again."
        actions={add}
      />
      <PageBody width="wide">
        {datasets.isPending ? <SkeletonLines lines={4} /> : null}
        {datasets.isError ? (
          <ErrorState message={apiFailure(datasets.error).message} onRetry={() => void datasets.refetch()} />
        ) : null}
        {datasets.data?.length === 0 ? (
          <EmptyState icon={<Database />} title="No dataset yet" action={add}>
            Make one for preference pairs (DPO) or single paths (SFT): choose what belongs to it, see the
            counts change, freeze a version, download it as JSONL.
          </EmptyState>
        ) : null}
        {datasets.data && datasets.data.length > 0 ? (
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
            {datasets.data.map((dataset) => (
              <li key={dataset.id}>
                <Link
                  href={`/projects/${project}/datasets/${dataset.id}`}
                  className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover"
                >
                  <span className="min-w-0 flex-1 basis-48 truncate font-medium">{dataset.name}</span>
                  <Badge>{KIND_LABEL[dataset.kind]}</Badge>
                  <span className="text-ink-muted sm:w-44 sm:text-right">
                    {dataset.latest
                      ? `version ${dataset.latest.number}, ${dataset.latest.rows.toLocaleString("en")} rows`
                      : "not frozen yet"}
                  </span>
                  <span className="text-ink-faint sm:w-32 sm:text-right">
                    <RelativeTime at={dataset.updatedAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </PageBody>
      <NewDatasetDialog
        project={project}
        open={creating}
        onOpenChange={(open) => void setCreating(open || null)}
      />
    </>
  );
}

"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Snowflake } from "lucide-react";
import { useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { DatasetFilter } from "#lib/datasets/contract.ts";
import { DatasetFilterBar } from "./dataset-filter-bar.tsx";
import { DatasetPreview } from "./dataset-preview.tsx";
import { type FilterValues, filterFrom, filterParams, valuesFrom } from "./filter-params.ts";
import { KIND_LABEL } from "./kind-label.ts";
import { datasetQuery, previewQuery } from "./queries.ts";
import { VersionList } from "./version-list.tsx";

function same(a: DatasetFilter, b: DatasetFilter): boolean {
  const text = (filter: DatasetFilter) => JSON.stringify(Object.entries(filter).sort());
  return text(a) === text(b);
}

/** One dataset: its filter, what it holds now, and its frozen versions. */
export function DatasetScreen({ project, id }: { project: string; id: number }) {
  const queryClient = useQueryClient();
  const dataset = useQuery(datasetQuery(api, project, id));
  const [url, setUrl] = useQueryStates(filterParams);
  const saved = dataset.data?.filter;
  const touched = Object.values(url).some((value, index) => {
    const parser = Object.values(filterParams)[index];
    return value !== (parser && "defaultValue" in parser ? parser.defaultValue : null);
  });
  const values: FilterValues = touched || !saved ? url : valuesFrom(saved);
  const filter = saved ? filterFrom(saved.kind, values) : null;
  const preview = useQuery({
    ...previewQuery(api, project, filter ?? { kind: "sft", verdict: "correct" }),
    enabled: filter !== null,
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.datasets.key() });
  const failed = (title: string) => (error: unknown) =>
    notify({ tone: "bad", title, description: apiFailure(error).message });
  const save = useMutation(
    api.datasets.update.mutationOptions({ onSuccess: refresh, onError: failed("The filter wasn't saved") }),
  );
  const freeze = useMutation(
    api.datasets.freeze.mutationOptions({ onSuccess: refresh, onError: failed("No version was frozen") }),
  );

  if (dataset.isError) {
    return <ErrorState message={apiFailure(dataset.error).message} onRetry={() => void dataset.refetch()} />;
  }
  if (!dataset.data || !filter) return <SkeletonLines lines={8} />;
  const { name, kind, version, versions } = dataset.data;
  const changed = !same(filter, dataset.data.filter);

  async function freezeNow(): Promise<void> {
    if (changed && filter) await save.mutateAsync({ project, dataset: id, version, filter });
    await freeze.mutateAsync({ project, dataset: id });
    await setUrl(null);
  }

  return (
    <>
      <PageHeader
        title={name}
        back={{ href: `/projects/${project}/datasets`, label: "Datasets" }}
        meta={<Badge>{KIND_LABEL[kind]}</Badge>}
        actions={
          <>
            <Button
              disabled={!changed}
              pending={save.isPending}
              onClick={() => save.mutate({ project, dataset: id, version, filter })}
            >
              Save filter
            </Button>
            <Button
              variant="primary"
              icon={<Snowflake />}
              disabled={(preview.data?.kept ?? 0) === 0}
              pending={freeze.isPending}
              onClick={() => void freezeNow().catch(() => undefined)}
            >
              Freeze a version
            </Button>
          </>
        }
      />
      <PageBody width="wide">
        <DatasetFilterBar
          project={project}
          kind={kind}
          values={values}
          onChange={(part) => void setUrl({ ...values, ...part })}
        />
        <VersionList project={project} dataset={id} versions={versions} />
        <DatasetPreview
          project={project}
          kind={kind}
          preview={preview.data}
          stale={preview.isPlaceholderData}
          error={preview.error ? apiFailure(preview.error).message : null}
        />
      </PageBody>
    </>
  );
}

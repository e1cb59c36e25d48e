import type { Api } from "#components/api/api.ts";
import type { DatasetFilter } from "#lib/datasets/contract.ts";
import type { ImportChoices } from "#lib/datasets/import-options.ts";

export const datasetsQuery = (api: Api, project: string) =>
  api.datasets.list.queryOptions({ input: { project } });

export const datasetQuery = (api: Api, project: string, dataset: number) =>
  api.datasets.get.queryOptions({
    input: { project, dataset },
    refetchInterval: (query) =>
      query.state.data?.versions.some((version) => version.state === "freezing") ? 700 : false,
  });

/** The counts of the filter before stay on the screen while the new ones are on their way. */
export const previewQuery = (api: Api, project: string, filter: DatasetFilter) =>
  api.datasets.preview.queryOptions({ input: { project, filter }, placeholderData: (before) => before });

export const importPreviewQuery = (api: Api, project: string, upload: number, options: ImportChoices) =>
  api.datasets.imports.preview.queryOptions({
    input: { project, upload, options },
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });

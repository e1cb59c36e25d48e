import type { Api } from "#components/api/api.ts";
import type { BulkChange } from "#lib/problems/contract/bulk.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";

export const bulkEditsQuery = (api: Api, project: string) =>
  api.bulk.list.queryOptions({ input: { project } });

/** What a change to everything that matches would do. */
export const bulkPreviewQuery = (api: Api, project: string, filter: ProblemFilter, change: BulkChange) =>
  api.bulk.preview.queryOptions({ input: { project, filter, change }, staleTime: 0 });

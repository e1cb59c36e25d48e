import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import { modelsQuery } from "#components/models/queries.ts";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import type { SampleRequest } from "#lib/paths/contract/sampling.ts";

const WATCH_MS = 3000;

const samplers = (models: ModelEndpoint[]) => models.filter(({ uses }) => uses.includes("sampler"));

/** Models of the project that may sample paths. */
export const samplersQuery = (api: Api, project: string) => ({
  ...modelsQuery(api, project),
  select: samplers,
});

export const estimateQuery = (api: Api, project: string, request: SampleRequest) =>
  api.sampling.estimate.queryOptions({ input: { project, ...request }, placeholderData: keepPreviousData });

export const yieldsQuery = (api: Api, project: string, run: number | undefined, live: boolean) =>
  api.sampling.yields.queryOptions({
    input: { project, ...(run === undefined ? {} : { run }) },
    refetchInterval: live ? WATCH_MS : false,
  });

export const samplePromptsQuery = (api: Api, project: string) =>
  api.sampling.prompts.queryOptions({ input: { project } });

export const sampleRunsQuery = (api: Api, project: string) =>
  api.runs.list.queryOptions({ input: { project, kind: "sample", limit: 10 } });

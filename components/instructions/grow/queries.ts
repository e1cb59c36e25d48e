import type { Api } from "#components/api/api.ts";
import { modelsQuery } from "#components/models/queries.ts";
import type { ModelEndpoint } from "#lib/models/contract.ts";

export const growingDefaultsQuery = (api: Api, project: string) =>
  api.growing.defaults.queryOptions({ input: { project } });

export const promptsQuery = (api: Api, project: string) =>
  api.growing.prompts.queryOptions({ input: { project } });

const generators = (models: ModelEndpoint[]) => models.filter(({ uses }) => uses.includes("generator"));

/** Models of the project that may write problems or solve them. */
export const generatorsQuery = (api: Api, project: string) => ({
  ...modelsQuery(api, project),
  select: generators,
});

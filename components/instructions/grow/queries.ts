import type { Api } from "#components/api/api.ts";

export const growingDefaultsQuery = (api: Api, project: string) =>
  api.growing.defaults.queryOptions({ input: { project } });

export const promptsQuery = (api: Api, project: string) =>
  api.growing.prompts.queryOptions({ input: { project } });

/** Models of the project that may write problems or solve them. */
export const generatorsQuery = (api: Api, project: string) =>
  api.models.list.queryOptions({
    input: { project },
    select: (models) => models.filter(({ uses }) => uses.includes("generator")),
  });

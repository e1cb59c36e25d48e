import type { Api } from "#components/api/api.ts";

export const qualityQuery = (api: Api, project: string, problem: number) =>
  api.problems.quality.queryOptions({ input: { project, problem }, staleTime: 60_000 });

import type { Api } from "#components/api/api.ts";

export const reviewProgressQuery = (api: Api, project: string) =>
  api.review.progress.queryOptions({ input: { project } });

import type { Api } from "#components/api/api.ts";

export const meQuery = (api: Api) => api.auth.me.queryOptions({ staleTime: 60_000 });

export const projectsQuery = (api: Api) => api.projects.list.queryOptions();

export const projectQuery = (api: Api, project: string) =>
  api.projects.get.queryOptions({ input: { project }, staleTime: 5_000 });

export const membersQuery = (api: Api, project: string) =>
  api.projects.members.list.queryOptions({ input: { project } });

import type { Api } from "#components/api/api.ts";

export const keysQuery = (api: Api) => api.auth.keys.list.queryOptions();
export const peopleQuery = (api: Api) => api.auth.people.queryOptions();
export const invitationsQuery = (api: Api) => api.auth.invitations.list.queryOptions();

import type { Api } from "#components/api/api.ts";
import type { ViewRoom } from "#lib/problems/contract/views.ts";

export const viewsQuery = (api: Api, project: string, room: ViewRoom) =>
  api.views.list.queryOptions({ input: { project, room } });

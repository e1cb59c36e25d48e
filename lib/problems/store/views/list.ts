import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { SavedView, ViewRoom } from "../../contract/views.ts";

/** More than anyone finds their way in. */
const VIEWS_LIMIT = 500;

/** The room's saved views by name; all members see all of them. */
export async function listViews(scope: ProjectScope, room: ViewRoom): Promise<SavedView[]> {
  return sql()<SavedView[]>`
    SELECT saved_view.id, room, saved_view.name, search, "user".name AS by, saved_view.created_at AS at,
      created_by_id = ${scope.actor.userId} AS mine
    FROM saved_view JOIN "user" ON "user".id = created_by_id
    WHERE project_id = ${scope.projectId} AND room = ${room}
    ORDER BY saved_view.name, saved_view.id LIMIT ${VIEWS_LIMIT}`;
}

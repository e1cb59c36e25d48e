import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { SavedView, ViewRoom } from "../../contract/views.ts";

/** Saves a view, or replaces the actor's own of that name; a lead replaces anybody's, and it becomes theirs. */
export async function saveView(
  scope: ProjectScope,
  { room, name, search }: { room: ViewRoom; name: string; search: string },
): Promise<SavedView> {
  const { userId } = scope.actor;
  return sql().begin(async (tx) => {
    const [row] = await tx<Omit<SavedView, "by" | "mine">[]>`
      INSERT INTO saved_view (project_id, room, name, search, created_by_id)
      VALUES (${scope.projectId}, ${room}, ${name}, ${search}, ${userId})
      ON CONFLICT (project_id, room, name) DO UPDATE
        SET search = excluded.search, created_by_id = excluded.created_by_id, created_at = now()
        WHERE saved_view.created_by_id = ${userId} OR ${scope.role === "lead"}
      RETURNING id, room, name, search, created_at AS at`;
    if (!row) {
      throw new AppError("conflict", `Someone else saved a view “${name}”. Choose another name.`, {
        field: "name",
      });
    }
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${userId}, 'view.save', ${name}, ${tx.json({ room, search })})`;
    return { ...row, by: scope.actor.name, mine: true };
  });
}

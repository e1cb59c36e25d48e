import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

/** Takes a view away that the actor saved; a lead takes any away. Gone already is no error. */
export async function removeView(scope: ProjectScope, id: number): Promise<boolean> {
  const { userId } = scope.actor;
  return sql().begin(async (tx) => {
    const [view] = await tx<{ name: string; room: string; createdById: string }[]>`
      SELECT name, room, created_by_id FROM saved_view
      WHERE id = ${id} AND project_id = ${scope.projectId} FOR UPDATE`;
    if (!view) return false;
    if (view.createdById !== userId && scope.role !== "lead") {
      throw new AppError("forbidden", "Someone else saved this view. They or a lead can take it away.");
    }
    await tx`DELETE FROM saved_view WHERE id = ${id} AND project_id = ${scope.projectId}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${userId}, 'view.remove', ${view.name}, ${tx.json({ room: view.room })})`;
    return true;
  });
}

import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { readHardRule } from "../hard/refresh.ts";

/** Removes a scorer with its scores; how many these were. A conflict while the rule for hard samples goes by it. */
export async function removeScorer(scope: ProjectScope, id: number): Promise<number> {
  const { projectId, actor } = scope;
  return sql().begin(async (tx) => {
    const [scorer] = await tx<{ name: string }[]>`
      SELECT name FROM scorer WHERE id = ${id} AND project_id = ${projectId} FOR UPDATE`;
    if (!scorer) throw notFound("scorer");
    if ((await readHardRule(projectId, tx)).scorer === scorer.name) {
      const message = `The rule for hard samples goes by ${scorer.name}. Change the rule first.`;
      throw new AppError("conflict", message);
    }
    const { count } = await tx`DELETE FROM score WHERE scorer_id = ${id}`;
    await tx`DELETE FROM comparison WHERE scorer_id = ${id}`;
    await tx`DELETE FROM scorer WHERE id = ${id}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${projectId}, ${actor.userId}, 'scorer.remove', ${scorer.name}, ${tx.json({ scores: count })})`;
    return count;
  });
}

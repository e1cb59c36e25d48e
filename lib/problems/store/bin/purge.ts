import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { lockProject } from "../lock-project.ts";
import { givenKey } from "../set-aside.ts";

/** Deletes a problem of the bin for good, with all that hangs on it. Frozen rows of datasets keep what they have. */
export async function purgeProblem(scope: ProjectScope, id: number): Promise<{ purged: boolean }> {
  return sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    const [gone] = await tx<{ key: string }[]>`
      DELETE FROM problem USING project
      WHERE problem.id = ${id} AND project.id = problem.project_id AND bin_of_id = ${scope.projectId}
      RETURNING ${givenKey(tx)} AS key`;
    if (!gone) throw notFound("problem");
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'problem.purge', ${`problem ${id}`}, ${tx.json({ key: gone.key })})`;
    return { purged: true };
  });
}

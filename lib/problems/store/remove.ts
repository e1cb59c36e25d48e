import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { binOf, binProblems } from "./bin.ts";

/** Puts a problem into the bin. False where it is there already. */
export async function removeProblem(scope: ProjectScope, id: number): Promise<{ removed: boolean }> {
  return sql().begin(async (tx) => {
    const owner = { projectId: scope.projectId, actorId: scope.actor.userId };
    if ((await binProblems(tx, owner, [id])) > 0) return { removed: true };
    const binId = await binOf(tx, scope.projectId);
    const [binned] = await tx`SELECT FROM problem WHERE id = ${id} AND project_id = ${binId}`;
    if (!binned) throw notFound("problem");
    return { removed: false };
  });
}

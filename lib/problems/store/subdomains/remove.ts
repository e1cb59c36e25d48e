import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { lockProject } from "../lock-project.ts";
import { keepVersions, writeVersions } from "../versions.ts";
import { renameInFilters } from "./filters.ts";
import { standsWithin, type TreeRow, treeRow } from "./tree.ts";

interface Removal {
  subdomain: number;
  /** Null: to none, and to the top of the tree. Left out: to the parent. */
  into?: number | null | undefined;
}

/** Takes a sub-domain away. Its problems, candidates and what is below it go to another one, to none, or to its parent. */
export async function removeSubdomain(scope: ProjectScope, removal: Removal): Promise<{ moved: number }> {
  return sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    const gone = await treeRow(tx, scope, removal.subdomain);
    const intoId = removal.into === undefined ? gone.parentId : removal.into;
    if (intoId === gone.id) {
      throw new AppError("invalid_input", `“${gone.name}” can't go into itself. Choose another sub-domain.`, {
        field: "into",
      });
    }
    const into = intoId === null ? null : await treeRow(tx, scope, intoId);
    await moveBranches(tx, scope, gone, into);
    const moved = await moveProblems(tx, scope, gone, into);
    await tx`UPDATE candidate SET subdomain_id = ${intoId}
      WHERE project_id = ${scope.projectId} AND subdomain_id = ${gone.id}`;
    if (into) await renameInFilters(tx, scope, gone.name, into.name);
    await tx`DELETE FROM subdomain WHERE id = ${gone.id} AND project_id = ${scope.projectId}`;
    const detail = { into: into?.name ?? null, moved };
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'subdomain.remove', ${gone.name}, ${tx.json(detail)})`;
    return { moved };
  });
}

async function moveBranches(tx: SqlTransaction, scope: ProjectScope, gone: TreeRow, into: TreeRow | null) {
  // From below the one that goes, `into` first takes its place, or the branches would hang on themselves.
  if (into && (await standsWithin(tx, into.id, gone.id))) {
    await tx`UPDATE subdomain SET parent_id = ${gone.parentId} WHERE id = ${into.id} AND project_id = ${scope.projectId}`;
  }
  await tx`UPDATE subdomain SET parent_id = ${into?.id ?? null}
    WHERE parent_id = ${gone.id} AND id IS DISTINCT FROM ${into?.id ?? null}::int AND project_id = ${scope.projectId}`;
}

async function moveProblems(tx: SqlTransaction, scope: ProjectScope, gone: TreeRow, into: TreeRow | null) {
  // Problems in the bin keep their sub-domain in the real project, to come back to; they move but aren't counted.
  await tx`UPDATE problem SET subdomain_id = ${into?.id ?? null} WHERE subdomain_id = ${gone.id}
    AND project_id = (SELECT id FROM project WHERE bin_of_id = ${scope.projectId})`;
  const rows = await tx<{ id: number }[]>`
    SELECT id FROM problem WHERE project_id = ${scope.projectId} AND subdomain_id = ${gone.id}
    ORDER BY id FOR NO KEY UPDATE`;
  const ids = rows.map(({ id }) => id);
  await keepVersions(tx, ids);
  await tx`UPDATE problem SET subdomain_id = ${into?.id ?? null}, version = version + 1, updated_at = now()
    WHERE project_id = ${scope.projectId} AND id = ANY(${ids}::int[])`;
  await writeVersions(tx, ids, { cause: "bulk", authorId: scope.actor.userId });
  return ids.length;
}

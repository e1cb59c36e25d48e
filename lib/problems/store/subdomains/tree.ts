import type { ProjectScope } from "#lib/auth/scope.ts";
import type { SqlTransaction } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";

export interface TreeRow {
  id: number;
  name: string;
  parentId: number | null;
}

export async function treeRow(tx: SqlTransaction, scope: ProjectScope, id: number): Promise<TreeRow> {
  const [row] = await tx<TreeRow[]>`
    SELECT id, name, parent_id FROM subdomain WHERE id = ${id} AND project_id = ${scope.projectId}`;
  if (!row) throw notFound("sub-domain");
  return row;
}

/** Is `id` the same as `top`, or anywhere below it? */
export async function standsWithin(tx: SqlTransaction, id: number, top: number): Promise<boolean> {
  const [found] = await tx`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM subdomain WHERE id = ${id}
      UNION
      SELECT subdomain.id, subdomain.parent_id FROM above JOIN subdomain ON subdomain.id = above.parent_id
    )
    SELECT FROM above WHERE id = ${top}`;
  return found !== undefined;
}

export function nameTaken(name: string): AppError {
  const message = `Another sub-domain is called “${name}”. Choose another name, or merge the two by removing this one into it.`;
  return new AppError("conflict", message, { field: "name" });
}

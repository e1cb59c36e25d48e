import type { ProjectScope } from "#lib/auth/scope.ts";
import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { BulkEdit } from "../../contract/bulk.ts";

const SHOWN = 50;

function columns(db: Sql | SqlTransaction) {
  return db`bulk_edit.id, change, row_count AS changed, "user".name AS by, bulk_edit.created_at AS at, undone_at
    FROM bulk_edit LEFT JOIN "user" ON "user".id = bulk_edit.created_by_id`;
}

/** The last bulk edits, newest first. */
export async function listBulkEdits(scope: ProjectScope): Promise<BulkEdit[]> {
  return sql()<BulkEdit[]>`
    SELECT ${columns(sql())} WHERE project_id = ${scope.projectId} ORDER BY bulk_edit.id DESC LIMIT ${SHOWN}`;
}

export async function readBulkEdit(tx: SqlTransaction, scope: ProjectScope, id: number): Promise<BulkEdit> {
  const [row] = await tx<BulkEdit[]>`
    SELECT ${columns(tx)} WHERE bulk_edit.id = ${id} AND project_id = ${scope.projectId}`;
  if (!row) throw notFound("bulk edit");
  return row;
}

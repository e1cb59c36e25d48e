import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { BulkEdit } from "../../contract/bulk.ts";
import { binOf, unbinProblems } from "../bin.ts";
import { lockProject } from "../lock-project.ts";
import { writeVersions } from "../versions.ts";
import { readBulkEdit } from "./list.ts";

interface Undone {
  edit: BulkEdit;
  undone: number;
  kept: number;
}

/**
 * Takes a bulk edit back, as the next version of each problem. A problem that was changed since stays as it is; of
 * deleted ones, so does one that was restored or purged since, or whose statement or id another one has meanwhile.
 */
export async function undoBulk(scope: ProjectScope, id: number): Promise<Undone> {
  return sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    const edit = await readBulkEdit(tx, scope, id);
    if (edit.undoneAt !== null) {
      throw new AppError("conflict", "This edit has been taken back already.", { field: "edit" });
    }
    const undone = edit.change.remove ? await takeOutOfBin(tx, scope, id) : await giveBack(tx, scope, id);
    await tx`UPDATE bulk_edit SET undone_at = now() WHERE id = ${id}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'problems.undo', ${`bulk edit ${id}`}, ${tx.json({ undone })})`;
    return { edit: await readBulkEdit(tx, scope, id), undone, kept: edit.changed - undone };
  });
}

/** Problems of this project (or bin) that are as the edit left them, locked. */
async function unchanged(tx: SqlTransaction, projectId: number, edit: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    SELECT problem.id FROM bulk_edit_row AS row JOIN problem ON problem.id = row.problem_id
    WHERE row.bulk_edit_id = ${edit} AND problem.project_id = ${projectId} AND problem.version = row.version
    ORDER BY problem.id FOR UPDATE OF problem`;
  return rows.map(({ id }) => id);
}

async function takeOutOfBin(tx: SqlTransaction, scope: ProjectScope, edit: number): Promise<number> {
  const binId = await binOf(tx, scope.projectId);
  if (binId === null) return 0;
  const ids = await unchanged(tx, binId, edit);
  const owner = { projectId: scope.projectId, actorId: scope.actor.userId };
  return (await unbinProblems(tx, owner, ids)).restored.length;
}

async function giveBack(tx: SqlTransaction, scope: ProjectScope, edit: number): Promise<number> {
  const ids = await unchanged(tx, scope.projectId, edit);
  const before = tx`bulk_edit_row AS row CROSS JOIN LATERAL jsonb_to_record(row.before) AS was(
    subdomain text, subdomain_id int, split split, difficulty text, tags text[], source text)`;
  const mine = tx`row.bulk_edit_id = ${edit} AND row.problem_id = ANY(${ids}::int[])`;
  await tx`
    INSERT INTO subdomain (project_id, name)
    SELECT DISTINCT ${scope.projectId}::int, was.subdomain FROM ${before}
    WHERE ${mine} AND was.subdomain IS NOT NULL
      AND NOT EXISTS (SELECT FROM subdomain WHERE id = was.subdomain_id AND project_id = ${scope.projectId})
    ON CONFLICT DO NOTHING`;
  await tx`
    UPDATE problem SET subdomain_id = coalesce(same.id, named.id), split = was.split, difficulty = was.difficulty,
      tags = was.tags, source = was.source, version = problem.version + 1, updated_at = now()
    FROM ${before}
    LEFT JOIN subdomain AS same ON same.id = was.subdomain_id AND same.project_id = ${scope.projectId}
    LEFT JOIN subdomain AS named ON named.project_id = ${scope.projectId} AND named.name = was.subdomain
    WHERE problem.id = row.problem_id AND ${mine}`;
  await writeVersions(tx, ids, { cause: "undo", authorId: scope.actor.userId });
  return ids.length;
}

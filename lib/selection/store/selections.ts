import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { type Selection, type SelectionCounts, selectionRule } from "../contract.ts";

const select = (scope: ProjectScope) => sql()`
  SELECT id, name, rule, CASE WHEN ready THEN counts END AS counts, ready, run_id, created_at,
    (SELECT name FROM "user" WHERE "user".id = selection.created_by_id) AS by
  FROM selection WHERE project_id = ${scope.projectId}`;

/** A rule is kept as it was asked for; what came later has its default. */
function withRule(row: Selection): Selection {
  return { ...row, rule: selectionRule.parse(row.rule) };
}

/** Newest first. */
export async function listSelections(scope: ProjectScope): Promise<Selection[]> {
  return (await sql()<Selection[]>`${select(scope)} ORDER BY id DESC`).map(withRule);
}

export async function getSelection(scope: ProjectScope, id: number): Promise<Selection> {
  const [row] = await sql()<Selection[]>`${select(scope)} AND id = ${id}`;
  if (!row) throw notFound("selection");
  return withRule(row);
}

/** Removes it with what it says of each path; the paths themselves stay. */
export async function removeSelection(scope: ProjectScope, id: number): Promise<void> {
  await sql().begin(async (tx) => {
    const [row] = await tx<{ name: string }[]>`
      DELETE FROM selection WHERE id = ${id} AND project_id = ${scope.projectId} RETURNING name`;
    if (!row) throw notFound("selection");
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'selection.remove', ${row.name})`;
  });
}

export async function hasSelection(projectId: number, id: number): Promise<boolean> {
  const [row] = await sql()`SELECT FROM selection WHERE id = ${id} AND project_id = ${projectId}`;
  return row !== undefined;
}

export async function finishSelection(
  tx: SqlTransaction,
  id: number,
  counts: SelectionCounts,
): Promise<void> {
  await tx`UPDATE selection SET counts = ${JSON.stringify(counts)}::jsonb, ready = true WHERE id = ${id}`;
}

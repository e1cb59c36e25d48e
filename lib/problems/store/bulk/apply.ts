import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { BULK_LIMIT, type BulkChange, type BulkEdit } from "../../contract/bulk.ts";
import type { ProblemFilter } from "../../contract.ts";
import { binProblems } from "../bin.ts";
import { lockProject } from "../lock-project.ts";
import { matching } from "../matching.ts";
import { subdomainOf } from "../save-fields.ts";
import { fieldsOf, keepVersions, writeVersions } from "../versions.ts";
import { changedColumns, differs, refuseMixed } from "./changes.ts";
import { readBulkEdit } from "./list.ts";

interface Input {
  filter: ProblemFilter;
  change: BulkChange;
  /** How many problems the preview said would change. */
  changing: number;
}

/**
 * Changes everything that matches and would not stay as it is, in one transaction, and remembers how it was. Another
 * number of problems than the preview said is a conflict, and then nothing changes.
 */
export async function applyBulk(scope: ProjectScope, input: Input): Promise<BulkEdit> {
  refuseMixed(input.change);
  const { change, filter } = input;
  return sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    const ids = await lockChanging(tx, scope, input);
    const [edit] = await tx<[{ id: number }]>`
      INSERT INTO bulk_edit (project_id, filter, change, row_count, created_by_id)
      VALUES (${scope.projectId}, ${tx.json({ ...filter })}, ${tx.json({ ...change })}, ${ids.length}, ${scope.actor.userId})
      RETURNING id`;
    await rememberRows(tx, edit.id, ids, change);
    if (change.remove) {
      await binProblems(tx, { projectId: scope.projectId, actorId: scope.actor.userId }, ids);
    } else {
      await keepVersions(tx, ids);
      await writeColumns(tx, scope, ids, change);
      await writeVersions(tx, ids, { cause: "bulk", authorId: scope.actor.userId });
    }
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'problems.bulk', ${`bulk edit ${edit.id}`},
        ${tx.json({ filter: { ...filter }, change: { ...change }, changed: ids.length })})`;
    return readBulkEdit(tx, scope, edit.id);
  });
}

async function lockChanging(tx: SqlTransaction, scope: ProjectScope, input: Input): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    SELECT id FROM problem WHERE ${matching(scope, input.filter)} AND (${differs(scope.projectId, input.change)})
    ORDER BY id LIMIT ${BULK_LIMIT + 1} ${input.change.remove ? tx`FOR UPDATE` : tx`FOR NO KEY UPDATE`}`;
  const limit = BULK_LIMIT.toLocaleString("en");
  if (rows.length > BULK_LIMIT) {
    const message = `More than ${limit} problems would change, which is the most at once. Narrow the filter down, and go in steps.`;
    throw new AppError("too_large", message, { field: "filter" });
  }
  if (rows.length !== input.changing) {
    const message = `By now ${rows.length.toLocaleString("en")} problems would change, not ${input.changing.toLocaleString("en")}. Look at the preview again.`;
    throw new AppError("conflict", message, { field: "changing" });
  }
  return rows.map(({ id }) => id);
}

/**
 * Of the fields, those that a bulk edit can change; a sub-domain by its number too, since it may get another name. The
 * bin keeps a problem's version, anything else makes the next one.
 */
async function rememberRows(
  tx: SqlTransaction,
  edit: number,
  ids: readonly number[],
  change: BulkChange,
): Promise<void> {
  await tx`
    INSERT INTO bulk_edit_row (bulk_edit_id, problem_id, version, before)
    SELECT ${edit}, id, version + ${change.remove ? 0 : 1},
      (${fieldsOf(tx)} - '{text,answer,solution}'::text[]) || jsonb_build_object('subdomain_id', subdomain_id)
    FROM problem WHERE id = ANY(${[...ids]}::int[]) ORDER BY id`;
}

async function writeColumns(
  tx: SqlTransaction,
  scope: ProjectScope,
  ids: readonly number[],
  change: BulkChange,
): Promise<void> {
  const columns = changedColumns(change);
  const subdomainId =
    change.subdomain === undefined || ids.length === 0
      ? tx`subdomain_id`
      : tx`${await subdomainOf(tx, scope.projectId, change.subdomain)}::int`;
  await tx`
    UPDATE problem SET subdomain_id = ${subdomainId}, split = ${columns.split}, difficulty = ${columns.difficulty},
      source = ${columns.source}, tags = ${columns.tags}, version = version + 1, updated_at = now()
    WHERE id = ANY(${[...ids]}::int[])`;
}

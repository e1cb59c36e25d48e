import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Run, RunLogEntry } from "../contract.ts";
import { type RunRow, runFromRow } from "../run-row.ts";

/** Newest first. */
export async function listRuns(
  scope: ProjectScope,
  input: { cursor?: number | undefined; limit: number; kind?: string | undefined },
): Promise<Page<Run>> {
  const where = sql()`project_id = ${scope.projectId} ${input.kind ? sql()`AND kind = ${input.kind}` : sql()``}`;
  const rows = await sql()<RunRow[]>`
    SELECT run.*, "user".name AS created_by FROM run LEFT JOIN "user" ON "user".id = run.created_by_id
    WHERE ${where} ${input.cursor ? sql()`AND run.id < ${input.cursor}` : sql()``}
    ORDER BY run.id DESC LIMIT ${input.limit + 1}`;
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM (SELECT FROM run WHERE ${where} LIMIT ${COUNT_LIMIT}) AS counted`;
  return pageFrom(rows.map(runFromRow), input.limit, counted.count);
}

export async function getRun(scope: ProjectScope, id: number): Promise<Run> {
  const [row] = await sql()<RunRow[]>`
    SELECT run.*, "user".name AS created_by FROM run LEFT JOIN "user" ON "user".id = run.created_by_id
    WHERE run.id = ${id} AND project_id = ${scope.projectId}`;
  if (!row) throw notFound("run");
  return runFromRow(row);
}

/** Oldest first, as a log is read. */
export async function readRunLog(
  scope: ProjectScope,
  input: { run: number; cursor?: number | undefined; limit: number },
): Promise<Page<RunLogEntry>> {
  await getRun(scope, input.run);
  const rows = await sql()<RunLogEntry[]>`
    SELECT id, at, level, line, field, message FROM run_log
    WHERE run_id = ${input.run} AND id > ${input.cursor ?? 0} ORDER BY id LIMIT ${input.limit + 1}`;
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM (SELECT FROM run_log WHERE run_id = ${input.run} LIMIT ${COUNT_LIMIT}) AS counted`;
  return pageFrom(rows, input.limit, counted.count);
}

import { COUNT_LIMIT } from "#lib/api/operation.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { DropReason, SelectionPath, SelectionRow } from "../contract.ts";
import { hasSelection } from "./selections.ts";

interface RowsInput {
  selection: number;
  kept?: boolean | undefined;
  reason?: DropReason | undefined;
  model?: string | undefined;
  problem?: number | undefined;
  cursor?: number | undefined;
  limit: number;
}

const columns = () => sql()`
  path.id AS path_id, path.key, path.problem_id, path.kind, path.model, path.verdict, row.kept, row.reason, row.detail,
  row.place, row.distance, row.nearest_id`;

/** What a selection did with each path, by the path's id. */
export async function selectionRows(scope: ProjectScope, input: RowsInput) {
  if (!(await hasSelection(scope.projectId, input.selection))) throw notFound("selection");
  const where = conditions(scope, input);
  const rows = await sql()<SelectionRow[]>`
    SELECT ${columns()}, left(problem.text, 200) AS problem_text
    FROM selection_path AS row
    JOIN path ON path.id = row.path_id
    JOIN problem ON problem.id = path.problem_id
    WHERE ${where} AND row.path_id > ${input.cursor ?? 0}
    ORDER BY row.path_id LIMIT ${input.limit + 1}`;
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM (
      SELECT FROM selection_path AS row JOIN path ON path.id = row.path_id WHERE ${where} LIMIT ${COUNT_LIMIT}) AS counted`;
  const items = rows.slice(0, input.limit);
  const nextCursor = rows.length > input.limit ? (items.at(-1)?.pathId ?? null) : null;
  return { items, nextCursor, count: counted.count };
}

/** A path is the project's: a problem in the bin takes its paths along. */
function conditions(scope: ProjectScope, { selection, kept, reason, model, problem }: RowsInput) {
  const parts = [sql()`row.selection_id = ${selection} AND path.project_id = ${scope.projectId}`];
  if (kept !== undefined) parts.push(sql()`AND row.kept = ${kept}`);
  if (reason !== undefined) parts.push(sql()`AND row.reason = ${reason}`);
  if (model === "") parts.push(sql()`AND path.model IS NULL`);
  else if (model !== undefined) parts.push(sql()`AND path.model = ${model}`);
  if (problem !== undefined) parts.push(sql()`AND row.problem_id = ${problem}`);
  return parts;
}

/** A path of a selection beside its nearest kept one, where that is still there. */
export async function selectionRow(
  scope: ProjectScope,
  { selection, path }: { selection: number; path: number },
): Promise<{ path: SelectionPath; nearest: SelectionPath | null }> {
  const found = await sql()<SelectionPath[]>`
    SELECT ${columns()}, problem.text AS problem_text, path.segments, path.answer
    FROM selection_path AS asked
    JOIN selection_path AS row ON row.selection_id = asked.selection_id AND row.path_id IN (asked.path_id, asked.nearest_id)
    JOIN path ON path.id = row.path_id AND path.project_id = ${scope.projectId}
    JOIN problem ON problem.id = path.problem_id
    JOIN selection ON selection.id = asked.selection_id AND selection.project_id = ${scope.projectId}
    WHERE asked.selection_id = ${selection} AND asked.path_id = ${path}`;
  const one = found.find(({ pathId }) => pathId === path);
  if (!one) throw notFound("path");
  return { path: one, nearest: found.find(({ pathId }) => pathId === one.nearestId) ?? null };
}

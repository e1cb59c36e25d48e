import { sql } from "#lib/db.ts";
import type { SelectedPath } from "../select-paths.ts";

/** The last problem whose paths a selection has decided on; 0 before the first. */
export async function lastSelected(selectionId: number): Promise<number> {
  const [row] = await sql()<[{ last: number }]>`
    SELECT coalesce(max(problem_id), 0) AS last FROM selection_path WHERE selection_id = ${selectionId}`;
  return row.last;
}

/** Writes what became of the paths of whole problems, in one statement: all or none. Paths that are gone are left out. */
export async function writeSelected(
  selectionId: number,
  problems: readonly { problemId: number; selected: readonly SelectedPath[] }[],
): Promise<void> {
  const rows = problems.flatMap(({ problemId, selected }) =>
    selected.map(({ id, kept, reason, detail, place, distance, nearest, shape }) => ({
      path_id: id,
      problem_id: problemId,
      kept,
      reason,
      detail,
      place,
      distance,
      nearest_id: nearest,
      shape,
    })),
  );
  await sql()`
    INSERT INTO selection_path (selection_id, path_id, problem_id, kept, reason, detail, place, distance, nearest_id, shape)
    SELECT ${selectionId}, row.path_id, row.problem_id, row.kept, row.reason, row.detail, row.place, row.distance,
      row.nearest_id, row.shape
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(path_id int, problem_id int, kept boolean, reason text,
      detail text, place int, distance float, nearest_id int, shape text)
    JOIN path ON path.id = row.path_id
    FOR KEY SHARE OF path
    ON CONFLICT (selection_id, path_id) DO NOTHING`;
}

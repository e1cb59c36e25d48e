import type { SqlTransaction } from "#lib/db.ts";
import { problemsOfRows, type StagedRun } from "#lib/problems/store/resolve.ts";
import { longKey, SHORT_KEY } from "./made-key.ts";

/**
 * Makes the temporary tables of a merge, from the run's staged paths: staged_path_row, every row, with why it is
 * rejected; staged_path, one row for each content (problem, content_hash) of the good ones.
 */
export async function stagePaths(tx: SqlTransaction, run: StagedRun): Promise<void> {
  await stageRows(tx, run);
  await stageContents(tx, run);
  // An id made from the content may be the given id of another path, which has the better right to it.
  await tx`
    WITH taken AS (DELETE FROM staged_path WHERE is_taken RETURNING problem_id, content_hash, key)
    UPDATE staged_path_row AS item
    SET fault = format('The id %s, made for this path, belongs to another one: give this one an id of its own.', taken.key)
    FROM taken
    WHERE taken.problem_id = item.problem_id AND taken.content_hash = item.content_hash AND item.fault IS NULL`;
}

async function stageRows(tx: SqlTransaction, run: StagedRun): Promise<void> {
  await tx`
    CREATE TEMP TABLE staged_path_row ON COMMIT DROP AS
    SELECT item.position, item.line, item.key, item.problem_id, item.content_hash,
      CASE
        WHEN item.problem_fault IS NOT NULL THEN item.problem_fault
        WHEN here.problem_id <> item.problem_id OR here.content_hash <> item.content_hash THEN format(
          'The id %s belongs to another path of this project: give this one another id.', left(item.key, 80))
        WHEN item.key IS NOT NULL
          AND (item.first_problem_id IS DISTINCT FROM item.problem_id OR item.first_hash <> item.content_hash) THEN format(
          'The id %s stands on line %s with another path: give this one another id.', left(item.key, 80), item.first_line)
      END AS fault
    FROM (
      SELECT staged.position, staged.line, staged.key, staged.content_hash, meant.problem_id, meant.fault AS problem_fault,
        first_value(meant.problem_id) OVER same_key AS first_problem_id,
        first_value(staged.content_hash) OVER same_key AS first_hash,
        first_value(staged.line) OVER same_key AS first_line
      FROM import_row AS staged
      JOIN (${problemsOfRows(tx, run, "path")}) AS meant ON meant.position = staged.position
      WHERE staged.run_id = ${run.runId} AND staged.record = 'path'
      WINDOW same_key AS (PARTITION BY staged.key ORDER BY staged.position)
    ) AS item
    LEFT JOIN path AS here ON here.project_id = ${run.projectId} AND here.key = item.key`;
  await tx`ANALYZE staged_path_row`;
}

async function stageContents(tx: SqlTransaction, { projectId }: StagedRun): Promise<void> {
  await tx`
    CREATE TEMP TABLE staged_path ON COMMIT DROP AS
    WITH one AS (
      SELECT problem_id, content_hash, min(position) AS position,
        (array_agg(key ORDER BY position) FILTER (WHERE key IS NOT NULL))[1] AS given
      FROM staged_path_row WHERE fault IS NULL GROUP BY problem_id, content_hash
    ), named AS (
      SELECT one.*, here.id AS path_id, coalesce(
        here.key, one.given,
        left(${longKey(tx, tx`problem.text_hash`, tx`one.content_hash`)}, ${SHORT_KEY})) AS key
      FROM one
      JOIN problem ON problem.id = one.problem_id
      LEFT JOIN path AS here ON here.problem_id = one.problem_id AND here.content_hash = one.content_hash
    )
    SELECT named.problem_id, named.content_hash, named.position, named.path_id, named.key,
      (other.id IS NOT NULL AND other.id IS DISTINCT FROM named.path_id)
        OR row_number() OVER (PARTITION BY named.key ORDER BY path_id, given IS NULL, named.position) > 1 AS is_taken
    FROM named LEFT JOIN path AS other ON other.project_id = ${projectId} AND other.key = named.key`;
  await tx`ANALYZE staged_path`;
}

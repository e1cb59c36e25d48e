import type { SqlTransaction } from "#lib/db.ts";
import type { StagedRun } from "./resolve.ts";

/**
 * Makes the temporary tables of a merge, from the run's staged problems:
 * staged_problem_row, every row, with why it is rejected; staged_problem, one row for each text of the good ones.
 */
export async function stageProblems(tx: SqlTransaction, run: StagedRun): Promise<void> {
  await stageRows(tx, run);
  await stageTexts(tx, run);
  // An id made from the text may be the given id of another problem, which has the better right to it.
  await tx`
    WITH taken AS (DELETE FROM staged_problem WHERE is_taken RETURNING hash, key)
    UPDATE staged_problem_row AS item
    SET fault = format('The id %s, made for this problem, belongs to another one: give this one an id of its own.', taken.key)
    FROM taken WHERE taken.hash = item.hash AND item.fault IS NULL`;
}

async function stageRows(tx: SqlTransaction, { projectId, runId }: StagedRun): Promise<void> {
  await tx`
    CREATE TEMP TABLE staged_problem_row ON COMMIT DROP AS
    SELECT item.position, item.line, item.key, item.problem_hash AS hash,
      CASE
        WHEN here.text_hash <> item.problem_hash THEN format(
          'The id %s belongs to another problem of this project: give this one another id.', left(item.key, 80))
        WHEN item.first_hash <> item.problem_hash THEN format(
          'The id %s stands on line %s with another text: give this problem another id.', left(item.key, 80), item.first_line)
      END AS fault
    FROM (
      SELECT position, line, key, problem_hash,
        CASE WHEN key IS NOT NULL THEN first_value(problem_hash) OVER same_key END AS first_hash,
        CASE WHEN key IS NOT NULL THEN first_value(line) OVER same_key END AS first_line
      FROM import_row WHERE run_id = ${runId} AND record = 'problem'
      WINDOW same_key AS (PARTITION BY key ORDER BY position)
    ) AS item
    LEFT JOIN problem AS here ON here.project_id = ${projectId} AND here.key = item.key`;
  await tx`ANALYZE staged_problem_row`;
}

/**
 * `merged` is the record of a text that stands on several lines: each field from the first line that gives it.
 * It is null where there is one line, whose record is read in its place.
 */
async function stageTexts(tx: SqlTransaction, { projectId, runId }: StagedRun): Promise<void> {
  await tx`
    CREATE TEMP TABLE staged_problem ON COMMIT DROP AS
    WITH one AS (
      SELECT hash, min(position) AS position, count(*) AS lines,
        (array_agg(key ORDER BY position) FILTER (WHERE key IS NOT NULL))[1] AS given
      FROM staged_problem_row WHERE fault IS NULL GROUP BY hash
    ), field AS (
      SELECT DISTINCT ON (item.hash, field.key) item.hash, field.key, field.value
      FROM one
      JOIN staged_problem_row AS item ON item.hash = one.hash AND item.fault IS NULL
      JOIN import_row ON import_row.run_id = ${runId} AND import_row.position = item.position
      CROSS JOIN LATERAL jsonb_each(import_row.data) AS field
      WHERE one.lines > 1
      ORDER BY item.hash, field.key, item.position
    ), merged AS (
      SELECT hash, jsonb_object_agg(key, value) AS data FROM field GROUP BY hash
    ), named AS (
      SELECT one.*, here.id AS problem_id, coalesce(here.key, one.given, 'p-' || left(one.hash, 16)) AS key
      FROM one LEFT JOIN problem AS here ON here.project_id = ${projectId} AND here.text_hash = one.hash
    )
    SELECT named.hash, named.position, named.problem_id, named.key, merged.data AS merged,
      other.id IS NOT NULL
        OR row_number() OVER (PARTITION BY named.key ORDER BY problem_id, given IS NULL, named.position) > 1 AS is_taken
    FROM named
    LEFT JOIN merged ON merged.hash = named.hash
    LEFT JOIN problem AS other
      ON other.project_id = ${projectId} AND other.key = named.key AND other.text_hash <> named.hash`;
  await tx`ANALYZE staged_problem`;
}

import type { SqlTransaction } from "#lib/db.ts";
import { type LineMessage, MESSAGES_LIMIT, type Merged } from "#lib/problems/store/merge.ts";
import { problemsOfRows, type StagedRun } from "#lib/problems/store/resolve.ts";

/**
 * Merges the run's staged scores into the project, as sets, after `mergeProblems` and `mergePaths` of the same run
 * in the same transaction. A score that its path or problem has already from that scorer is matched and takes the
 * file's value; of several in the file the last one counts. Rejected are rows whose path or problem isn't there.
 */
export async function mergeScores(tx: SqlTransaction, run: StagedRun): Promise<Merged> {
  await stageRows(tx, run);
  const created = await writeScores(tx, run);
  const [counted] = await tx<[{ rows: number; rejected: number }]>`
    SELECT count(*)::int AS rows, count(fault)::int AS rejected FROM staged_score_row`;
  const rejected = await tx<LineMessage[]>`
    SELECT line, fault AS message FROM staged_score_row WHERE fault IS NOT NULL
    ORDER BY position LIMIT ${MESSAGES_LIMIT}`;
  return {
    created,
    matched: counted.rows - counted.rejected - created,
    rejectedCount: counted.rejected,
    rejected: [...rejected],
  };
}

/** Makes the temporary table staged_score_row: every row, with what it scores or why it is rejected. */
async function stageRows(tx: SqlTransaction, run: StagedRun): Promise<void> {
  await tx`
    CREATE TEMP TABLE staged_score_row ON COMMIT DROP AS
    SELECT position, line, path_id, problem_id, record.scorer, record.kind, record.value, record.rationale,
      CASE
        WHEN key IS NULL THEN problem_fault
        WHEN path_id IS NULL THEN
          format('No path has the id %s: import the path first, or in the same file.', left(key, 80))
      END AS fault
    FROM (
      SELECT staged.position, staged.line, staged.key, staged.data, meant.fault AS problem_fault,
        CASE WHEN staged.key IS NULL THEN meant.problem_id END AS problem_id,
        CASE WHEN in_file.key IS NULL THEN here.id ELSE in_file.path_id END AS path_id
      FROM import_row AS staged
      JOIN (${problemsOfRows(tx, run, "score")}) AS meant ON meant.position = staged.position
      LEFT JOIN file_path_key AS in_file ON in_file.key = staged.key
      LEFT JOIN path AS here ON here.project_id = ${run.projectId} AND here.key = staged.key
      WHERE staged.run_id = ${run.runId} AND staged.record = 'score'
    ) AS item
    CROSS JOIN LATERAL jsonb_to_record(data) AS record(scorer text, kind score_kind, value float, rationale text)`;
  await tx`ANALYZE staged_score_row`;
}

/** How many scores are new. */
async function writeScores(tx: SqlTransaction, { projectId }: StagedRun): Promise<number> {
  let created = 0;
  for (const target of ["path_id", "problem_id"] as const) {
    const [row] = await tx<[{ created: number }]>`
      WITH written AS (
        INSERT INTO score (project_id, ${tx(target)}, scorer, kind, value, rationale)
        SELECT ${projectId}, ${tx(target)}, scorer, kind, value, rationale FROM (
          SELECT DISTINCT ON (${tx(target)}, scorer, kind) * FROM staged_score_row
          WHERE fault IS NULL AND ${tx(target)} IS NOT NULL
          ORDER BY ${tx(target)}, scorer, kind, position DESC
        ) AS one ORDER BY position
        ON CONFLICT (${tx(target)}, scorer, kind) DO UPDATE SET value = excluded.value, rationale = excluded.rationale
        RETURNING xmax = 0 AS is_new
      )
      SELECT count(*)::int AS created FROM written WHERE is_new`;
    created += row.created;
  }
  return created;
}

import type { SqlTransaction } from "#lib/db.ts";

/** Staged rows of one import run, on their way into one project. */
export interface StagedRun {
  projectId: number;
  runId: number;
}

/**
 * The problem that each staged row of one record means, as a relation (position, problem_id, fault) for a FROM
 * clause. Works after `mergeProblems` of the same run, in the same transaction. A row names its problem by text
 * (`problem_hash`), by id (`problem_key`), or by both, which then must agree. An id means the problem that has it
 * in the file, whichever key the project keeps that problem under; only ids that the file doesn't give are looked
 * up in the project. Where there is no such problem `problem_id` is null and `fault` says why.
 */
export function problemsOfRows(
  tx: SqlTransaction,
  { projectId, runId }: StagedRun,
  record: "path" | "score" | "pair",
) {
  return tx`
    SELECT position,
      CASE WHEN fits THEN coalesce(text_id, key_id) END AS problem_id,
      CASE
        WHEN NOT fits THEN format('The id %s belongs to another problem than this text: give one of the two.', shown)
        WHEN coalesce(text_id, key_id) IS NOT NULL THEN NULL
        WHEN by_text THEN 'No problem has exactly this text: import the problem first, or in the same file.'
        ELSE format('No problem has the id %s: import the problem first, or in the same file.', shown)
      END AS fault
    FROM (
      SELECT item.position, left(item.problem_key, 80) AS shown, item.problem_hash IS NOT NULL AS by_text,
        of_text.id AS text_id,
        CASE WHEN in_file.key IS NULL THEN of_key.id ELSE in_file.problem_id END AS key_id,
        item.problem_hash IS NULL OR coalesce(in_file.hash, of_key.text_hash, item.problem_hash) = item.problem_hash AS fits
      FROM import_row AS item
      LEFT JOIN file_problem_key AS in_file ON in_file.key = item.problem_key
      LEFT JOIN problem AS of_text ON of_text.project_id = ${projectId} AND of_text.text_hash = item.problem_hash
      LEFT JOIN problem AS of_key ON of_key.project_id = ${projectId} AND of_key.key = item.problem_key
      WHERE item.run_id = ${runId} AND item.record = ${record}
    ) AS named`;
}

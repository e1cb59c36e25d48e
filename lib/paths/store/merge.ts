import type { SqlTransaction } from "#lib/db.ts";
import { type LineMessage, MESSAGES_LIMIT, type Merged } from "#lib/problems/store/merge.ts";
import { merging } from "#lib/problems/store/merging.ts";
import type { StagedRun } from "#lib/problems/store/resolve.ts";
import { stagePaths } from "./stage.ts";

/**
 * Merges the run's staged paths into the project, as sets, after `mergeProblems` of the same run in the same
 * transaction. A content that its problem has already is matched, the others are inserted. Rejected are rows whose
 * problem isn't there and rows whose id means another path.
 * Leaves the temporary table file_path_key (key, path_id): what each path id of the file means in the project.
 */
export async function mergePaths(tx: SqlTransaction, run: StagedRun): Promise<Merged> {
  return merging(tx, run.projectId, async () => {
    await stagePaths(tx, run);
    const created = await insertPaths(tx, run);
    await keepFileKeys(tx);
    return reportPaths(tx, created);
  });
}

async function insertPaths(tx: SqlTransaction, run: StagedRun): Promise<number> {
  const { count } = await tx`
    INSERT INTO path (project_id, problem_id, key, kind, model, temperature, tokens, segments, content_hash,
      stated_answer, copies, flaw, meta)
    SELECT ${run.projectId}::int, staged.problem_id, staged.key, record.kind, record.model, record.temperature,
      record.tokens, record.segments, staged.content_hash, record.answer, coalesce(record.copies, 1), record.flaw, coalesce(record.meta, '{}')
    FROM staged_path AS staged
    JOIN import_row ON import_row.run_id = ${run.runId} AND import_row.position = staged.position
    CROSS JOIN LATERAL jsonb_to_record(import_row.data) AS record(
      kind path_kind, model text, temperature float, tokens int, segments jsonb, answer text, copies int, flaw path_flaw,
      meta jsonb)
    WHERE staged.path_id IS NULL
    ORDER BY staged.position`;
  return count;
}

async function keepFileKeys(tx: SqlTransaction): Promise<void> {
  await tx`
    CREATE TEMP TABLE file_path_key ON COMMIT DROP AS
    SELECT DISTINCT ON (item.key) item.key, path.id AS path_id
    FROM staged_path_row AS item
    LEFT JOIN path ON path.problem_id = item.problem_id AND path.content_hash = item.content_hash
    WHERE item.key IS NOT NULL ORDER BY item.key, item.position`;
  await tx`CREATE UNIQUE INDEX ON file_path_key (key)`;
  await tx`ANALYZE file_path_key`;
}

async function reportPaths(tx: SqlTransaction, created: number): Promise<Merged> {
  const [counted] = await tx<[{ rows: number; rejected: number }]>`
    SELECT count(*)::int AS rows, count(fault)::int AS rejected FROM staged_path_row`;
  const rejected = await tx<LineMessage[]>`
    SELECT line, fault AS message FROM staged_path_row WHERE fault IS NOT NULL
    ORDER BY position LIMIT ${MESSAGES_LIMIT}`;
  return {
    created,
    matched: counted.rows - counted.rejected - created,
    rejectedCount: counted.rejected,
    rejected: [...rejected],
  };
}

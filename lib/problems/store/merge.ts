import type { SqlTransaction } from "#lib/db.ts";
import { merging } from "./merging.ts";
import type { StagedRun } from "./resolve.ts";
import { stageProblems } from "./stage.ts";
import { uncheckPaths } from "./uncheck-paths.ts";

/** About one line of the file. */
export interface LineMessage {
  line: number;
  message: string;
}

/** `created` + `matched` + `rejectedCount` are the staged rows of the record. */
export interface Merged {
  created: number;
  /** Rows whose record was there already, or stood on an earlier line. */
  matched: number;
  rejectedCount: number;
  /** By line; the first `MESSAGES_LIMIT`. */
  rejected: LineMessage[];
}

export interface MergedProblems extends Merged {
  /** Problems that were there and lacked something that the file gives. */
  filled: number;
  warningCount: number;
  /** Matched rows that say something else than what is kept; by line, the first `MESSAGES_LIMIT`. */
  warnings: LineMessage[];
}

/** Nobody reads a million messages, and they would fill the worker's memory. */
export const MESSAGES_LIMIT = 1000;

/**
 * Merges the run's staged problems into the project, as sets. A text that is there is matched, and what it lacks
 * is filled in; the others are inserted. Lines with the same text are one problem: the first line that gives a
 * field counts. A row whose id means another text is rejected. Nothing that the project has is overwritten: where
 * the file has another answer or another split, there is a warning.
 * Leaves the temporary table file_problem_key, from which `problemsOfRows` knows the file's ids.
 */
export async function mergeProblems(tx: SqlTransaction, run: StagedRun): Promise<MergedProblems> {
  return merging(tx, run.projectId, async () => {
    await stageProblems(tx, run);
    await insertSubdomains(tx, run);
    const filled = await fillProblems(tx, run);
    const created = await insertProblems(tx, run);
    await keepFileKeys(tx, run);
    return { created, filled, ...(await reportProblems(tx, run, created)) };
  });
}

/** Joins a staged problem's record: that of its only line, or the merged one. */
function recordOf(tx: SqlTransaction, { runId }: StagedRun) {
  return tx`JOIN import_row ON import_row.run_id = ${runId} AND import_row.position = staged.position`;
}

/** Those that a problem is about to need. */
async function insertSubdomains(tx: SqlTransaction, run: StagedRun): Promise<void> {
  await tx`
    INSERT INTO subdomain (project_id, name)
    SELECT DISTINCT ${run.projectId}::int, record.subdomain
    FROM staged_problem AS staged ${recordOf(tx, run)}
    CROSS JOIN LATERAL jsonb_to_record(coalesce(staged.merged, import_row.data)) AS record(subdomain text)
    LEFT JOIN problem ON problem.id = staged.problem_id
    WHERE problem.subdomain_id IS NULL AND record.subdomain IS NOT NULL
    ORDER BY 2
    ON CONFLICT DO NOTHING`;
}

/**
 * History doesn't get a version of its own for what a file adds: it keeps what people wrote, and a filled problem is
 * written down before their next change.
 */
async function fillProblems(tx: SqlTransaction, run: StagedRun): Promise<number> {
  const [filled] = await tx<[{ count: number; answered: number[] }]>`
    WITH filled AS (
      UPDATE problem SET
        answer = coalesce(problem.answer, given.answer), solution = coalesce(problem.solution, given.solution),
        difficulty = coalesce(problem.difficulty, given.difficulty), source = coalesce(problem.source, given.source),
        subdomain_id = coalesce(problem.subdomain_id, given.subdomain_id),
        version = version + 1, updated_at = now()
      FROM (
        SELECT staged.problem_id, record.answer, record.solution, record.difficulty, record.source,
          subdomain.id AS subdomain_id, before.answer IS NULL AND record.answer IS NOT NULL AS is_answered
        FROM staged_problem AS staged ${recordOf(tx, run)}
        JOIN problem AS before ON before.id = staged.problem_id
        CROSS JOIN LATERAL jsonb_to_record(coalesce(staged.merged, import_row.data))
          AS record(answer text, solution text, difficulty text, source text, subdomain text)
        LEFT JOIN subdomain ON subdomain.project_id = ${run.projectId} AND subdomain.name = record.subdomain
      ) AS given
      WHERE problem.id = given.problem_id AND problem.project_id = ${run.projectId} AND (
        (problem.answer IS NULL AND given.answer IS NOT NULL)
        OR (problem.solution IS NULL AND given.solution IS NOT NULL)
        OR (problem.difficulty IS NULL AND given.difficulty IS NOT NULL)
        OR (problem.source IS NULL AND given.source IS NOT NULL)
        OR (problem.subdomain_id IS NULL AND given.subdomain_id IS NOT NULL))
      RETURNING problem.id, given.is_answered
    )
    SELECT count(*)::int, coalesce(array_agg(id) FILTER (WHERE is_answered), '{}') AS answered FROM filled`;
  await uncheckPaths(tx, filled.answered);
  return filled.count;
}

/** A person may have written one of them since they were staged, without waiting for the merge. */
async function insertProblems(tx: SqlTransaction, run: StagedRun): Promise<number> {
  const { count } = await tx`
    INSERT INTO problem (project_id, key, text, text_hash, answer, solution, subdomain_id, origin, split, difficulty,
      tags, parents, source, meta)
    SELECT ${run.projectId}::int, staged.key, record.problem, staged.hash, record.answer, record.solution, subdomain.id,
      coalesce(record.origin, 'seed'), coalesce(record.split, 'train'), record.difficulty,
      coalesce(record.tags, '{}'), coalesce(record.parents, '{}'), record.source, coalesce(record.meta, '{}')
    FROM staged_problem AS staged ${recordOf(tx, run)}
    CROSS JOIN LATERAL jsonb_to_record(coalesce(staged.merged, import_row.data)) AS record(
      problem text, answer text, solution text, subdomain text, origin origin, split split, difficulty text,
      tags text[], parents text[], source text, meta jsonb)
    LEFT JOIN subdomain ON subdomain.project_id = ${run.projectId} AND subdomain.name = record.subdomain
    WHERE staged.problem_id IS NULL
    ORDER BY staged.position
    ON CONFLICT (project_id, text_hash) DO NOTHING`;
  return count;
}

/** What each id of the file means; the first line counts, as it does for the problems themselves. */
async function keepFileKeys(tx: SqlTransaction, { projectId }: StagedRun): Promise<void> {
  await tx`
    CREATE TEMP TABLE file_problem_key ON COMMIT DROP AS
    SELECT DISTINCT ON (item.key) item.key, item.hash, problem.id AS problem_id
    FROM staged_problem_row AS item
    LEFT JOIN problem ON problem.project_id = ${projectId} AND problem.text_hash = item.hash
    WHERE item.key IS NOT NULL ORDER BY item.key, item.position`;
  await tx`CREATE UNIQUE INDEX ON file_problem_key (key)`;
  await tx`ANALYZE file_problem_key`;
}

async function reportProblems(tx: SqlTransaction, { projectId, runId }: StagedRun, created: number) {
  const [counted] = await tx<[{ rows: number; rejected: number }]>`
    SELECT count(*)::int AS rows, count(fault)::int AS rejected FROM staged_problem_row`;
  const rejected = await tx<LineMessage[]>`
    SELECT line, fault AS message FROM staged_problem_row WHERE fault IS NOT NULL
    ORDER BY position LIMIT ${MESSAGES_LIMIT}`;
  const warnings = await tx<(LineMessage & { count: number })[]>`
    SELECT line, message, (count(*) OVER ())::int AS count FROM (
      SELECT item.position, item.line, unnest(array_remove(ARRAY[
        CASE WHEN record.answer <> problem.answer THEN format(
          'The answer %s differs from the reference answer %s of problem %s, which is kept.',
          left(record.answer, 80), left(problem.answer, 80), left(problem.key, 80)) END,
        CASE WHEN record.split <> problem.split THEN format(
          'Problem %s stays in the %s split, though this line says %s.', left(problem.key, 80), problem.split, record.split) END
      ], NULL)) AS message
      FROM staged_problem_row AS item
      JOIN import_row ON import_row.run_id = ${runId} AND import_row.position = item.position
      JOIN problem ON problem.project_id = ${projectId} AND problem.text_hash = item.hash
      CROSS JOIN LATERAL jsonb_to_record(import_row.data) AS record(answer text, split split)
      WHERE item.fault IS NULL AND (record.answer <> problem.answer OR record.split <> problem.split)
    ) AS differing
    ORDER BY position LIMIT ${MESSAGES_LIMIT}`;
  return {
    matched: counted.rows - counted.rejected - created,
    rejectedCount: counted.rejected,
    rejected: [...rejected],
    warningCount: warnings[0]?.count ?? 0,
    warnings: warnings.map(({ line, message }) => ({ line, message })),
  };
}

import type { SqlTransaction } from "#lib/db.ts";
import { type Segment, segmentText } from "#lib/formats/segments.ts";
import { type LineMessage, MESSAGES_LIMIT, type Merged } from "#lib/problems/store/merge.ts";
import { problemsOfRows, type StagedRun } from "#lib/problems/store/resolve.ts";

/**
 * Merges the run's staged pairs into the project, as sets, after `mergeProblems` and `mergePaths` of the same run in
 * the same transaction. Each side names a path of the pair's problem by id, else by text: the path that has the
 * segments that the text splits into, the first one if several models wrote the same. The chosen side is proposed.
 * A pair that is there already is matched, and keeps its own proposal where it has one. Rejected are rows whose
 * problem or paths aren't there, and rows that name one path twice.
 */
export async function mergePairs(tx: SqlTransaction, run: StagedRun): Promise<Merged> {
  await stageRows(tx, run);
  await resolveTexts(tx, run);
  await tx`
    UPDATE staged_pair_row SET fault = CASE
      WHEN chosen_id IS NULL THEN 'The problem has no path with the id or text in chosen: add it, or correct chosen.'
      WHEN rejected_id IS NULL THEN 'The problem has no path with the id or text in rejected: add it, or correct rejected.'
      ELSE 'Chosen and rejected are the same path: a pair needs two different ones.'
    END
    WHERE fault IS NULL AND (chosen_id = rejected_id) IS NOT FALSE`;
  const created = await insertPairs(tx, run);
  const [counted] = await tx<[{ rows: number; rejected: number }]>`
    SELECT count(*)::int AS rows, count(fault)::int AS rejected FROM staged_pair_row`;
  const rejected = await tx<LineMessage[]>`
    SELECT line, fault AS message FROM staged_pair_row WHERE fault IS NOT NULL
    ORDER BY position LIMIT ${MESSAGES_LIMIT}`;
  return {
    created,
    matched: counted.rows - counted.rejected - created,
    rejectedCount: counted.rejected,
    rejected: [...rejected],
  };
}

type Side = "chosen" | "rejected";

/** Makes the temporary table staged_pair_row: every row, with its problem and with the paths that it names by id. */
async function stageRows(tx: SqlTransaction, run: StagedRun): Promise<void> {
  await tx`
    CREATE TEMP TABLE staged_pair_row ON COMMIT DROP AS
    SELECT staged.position, staged.line, meant.problem_id, meant.fault,
      ${pathByKey(tx, "chosen")} AS chosen_id, ${pathByKey(tx, "rejected")} AS rejected_id
    FROM import_row AS staged
    JOIN (${problemsOfRows(tx, run, "pair")}) AS meant ON meant.position = staged.position
    WHERE staged.run_id = ${run.runId} AND staged.record = 'pair'`;
  await tx`CREATE UNIQUE INDEX ON staged_pair_row (position)`;
  await tx`ANALYZE staged_pair_row`;
}

/**
 * An id means the path that has it in the file, whichever key the project keeps that path under. Paths are looked
 * for within the problem alone: the file's paths are so new that the planner knows nothing of their project.
 */
function pathByKey(tx: SqlTransaction, side: Side) {
  const key = tx`(staged.data->>${side}::text)`;
  return tx`(
    SELECT path.id FROM path LEFT JOIN file_path_key AS in_file ON in_file.key = ${key}
    WHERE path.problem_id = meant.problem_id
      AND CASE WHEN in_file.key IS NULL THEN path.key = ${key} ELSE path.id = in_file.path_id END)`;
}

const BATCH_ROWS = 200;

interface TextRow {
  position: number;
  chosen: string | null;
  rejected: string | null;
}

/** Finds by text what no id named. Texts can be long, so a batch of rows at a time. */
async function resolveTexts(tx: SqlTransaction, { runId }: StagedRun): Promise<void> {
  let after = -1;
  for (;;) {
    const rows = await tx<TextRow[]>`
      SELECT position, CASE WHEN chosen_id IS NULL THEN data->>'chosen' END AS chosen,
        CASE WHEN rejected_id IS NULL THEN data->>'rejected' END AS rejected
      FROM staged_pair_row AS item JOIN import_row USING (position)
      WHERE run_id = ${runId} AND position > ${after} AND item.fault IS NULL
        AND (chosen_id IS NULL OR rejected_id IS NULL)
      ORDER BY position LIMIT ${BATCH_ROWS}`;
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
    const texts = rows.map(({ position, chosen, rejected }) => ({
      position,
      chosen: segmentsOf(chosen),
      rejected: segmentsOf(rejected),
    }));
    await tx`
      UPDATE staged_pair_row AS item SET
        chosen_id = coalesce(item.chosen_id, ${pathByText(tx, "chosen")}),
        rejected_id = coalesce(item.rejected_id, ${pathByText(tx, "rejected")})
      FROM jsonb_to_recordset(${JSON.stringify(texts)}::text::jsonb) AS given (position int, chosen jsonb, rejected jsonb)
      WHERE item.position = given.position`;
  }
}

function segmentsOf(text: string | null): Segment[] | null {
  return text === null ? null : segmentText(text);
}

function pathByText(tx: SqlTransaction, side: Side) {
  return tx`(SELECT min(path.id) FROM path
    WHERE path.problem_id = item.problem_id AND path.segments = given.${tx(side)})`;
}

/** How many pairs are new. Of rows that name the same two paths the first one counts. */
async function insertPairs(tx: SqlTransaction, { projectId, runId }: StagedRun): Promise<number> {
  const [row] = await tx<[{ created: number }]>`
    WITH named AS (
      SELECT DISTINCT ON (least(chosen_id, rejected_id), greatest(chosen_id, rejected_id)) *
      FROM staged_pair_row WHERE fault IS NULL
      ORDER BY least(chosen_id, rejected_id), greatest(chosen_id, rejected_id), position
    ), written AS (
      INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, proposed, margin, priority)
      SELECT ${projectId}, named.problem_id, least(chosen_id, rejected_id), greatest(chosen_id, rejected_id),
        coalesce(data->>'origin', 'imported')::pair_origin,
        (CASE WHEN chosen_id < rejected_id THEN 'first' ELSE 'second' END)::pair_outcome, (data->>'margin')::float,
        (SELECT count(*) FROM preference_pair AS pair WHERE pair.problem_id = named.problem_id)
          + row_number() OVER (PARTITION BY named.problem_id ORDER BY position)
      FROM named JOIN import_row USING (position) WHERE run_id = ${runId}
      ORDER BY position
      ON CONFLICT (first_id, second_id) DO UPDATE SET proposed = excluded.proposed, margin = excluded.margin
        WHERE preference_pair.proposed IS NULL
      RETURNING xmax = 0 AS is_new
    )
    SELECT count(*)::int AS created FROM written WHERE is_new`;
  return row.created;
}

import type { SqlTransaction } from "#lib/db.ts";
import type { DatasetFilter, Manifest, PreviewResult } from "../contract.ts";
import { inReasonOrder } from "../dropped.ts";
import { candidateCounts, candidates } from "./candidates.ts";

export type SnapshotCounts = Omit<PreviewResult, "rows">;

/**
 * Copies what the filter keeps into the version, whole records as they are now: lib/formats/rows.ts gives their
 * shape. Rows of a problem stand together. One statement, so the counts are of the same moment as the rows.
 */
export async function takeSnapshot(
  tx: SqlTransaction,
  projectId: number,
  versionId: number,
  filter: DatasetFilter,
): Promise<SnapshotCounts> {
  await tx`DELETE FROM dataset_row WHERE version_id = ${versionId}`;
  const [counts] = await tx<[SnapshotCounts]>`
    WITH candidate AS MATERIALIZED (${candidates(tx, projectId, filter)}),
    inserted AS (
      INSERT INTO dataset_row (version_id, position, data)
      SELECT ${versionId}::int, row_number() OVER (ORDER BY candidate.problem_id, row_id),
        jsonb_build_object('problem', ${problemRecord(tx)}) || ${filter.kind === "sft" ? pathData(tx) : pairData(tx)}
      FROM candidate
      JOIN problem ON problem.id = candidate.problem_id
      LEFT JOIN subdomain ON subdomain.id = problem.subdomain_id
      JOIN path AS chosen ON chosen.id = chosen_id
      LEFT JOIN path AS rejected ON rejected.id = rejected_id
      ${filter.kind === "dpo" ? tx`JOIN preference_pair AS pair ON pair.id = row_id` : tx``}
      WHERE reason IS NULL
    )
    SELECT ${candidateCounts(tx)}`;
  return { ...counts, dropped: inReasonOrder(counts.dropped) };
}

/** Absent where the table has nothing; what stands inside `meta` stays as it is, nulls too. */
function problemRecord(tx: SqlTransaction) {
  return tx`jsonb_strip_nulls(jsonb_build_object(
      'id', problem.key, 'problem', problem.text, 'answer', problem.answer, 'solution', problem.solution,
      'subdomain', subdomain.name, 'origin', problem.origin, 'split', problem.split, 'difficulty', problem.difficulty,
      'tags', nullif(problem.tags, '{}'), 'parents', nullif(problem.parents, '{}'), 'source', problem.source))
    || ${metaOf(tx, "problem")}`;
}

function pathRecord(tx: SqlTransaction, name: "chosen" | "rejected") {
  const path = tx(name);
  return tx`jsonb_strip_nulls(jsonb_build_object(
      'id', ${path}.key, 'problem_id', problem.key, 'kind', ${path}.kind, 'model', ${path}.model,
      'temperature', ${path}.temperature, 'tokens', ${path}.tokens, 'answer', ${path}.stated_answer,
      'copies', nullif(${path}.copies, 1), 'flaw', ${path}.flaw))
    || jsonb_build_object('segments', ${path}.segments) || ${metaOf(tx, name)}`;
}

function metaOf(tx: SqlTransaction, table: string) {
  const meta = tx`${tx(table)}.meta`;
  return tx`CASE WHEN ${meta} = '{}' THEN '{}' ELSE jsonb_build_object('meta', ${meta}) END`;
}

function pathData(tx: SqlTransaction) {
  return tx`jsonb_build_object('path',
    ${pathRecord(tx, "chosen")} || jsonb_strip_nulls(jsonb_build_object('verdict', chosen.verdict)))`;
}

function pairData(tx: SqlTransaction) {
  return tx`jsonb_build_object('chosen', ${pathRecord(tx, "chosen")}, 'rejected', ${pathRecord(tx, "rejected")})
    || jsonb_strip_nulls(jsonb_build_object('origin', pair.origin, 'margin', pair.margin, 'judgements', ${judgements(tx)}))`;
}

/** What people said, in terms of the pair. Reviewers are known by their opaque ids: data goes further than names may. */
function judgements(tx: SqlTransaction) {
  return tx`(
    SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'id', judgement.id, 'reviewer', reviewer_id,
        'answer', CASE
          WHEN answer NOT IN ('first', 'second') THEN answer::text
          WHEN (answer = 'first') = (chosen.id = pair.first_id) THEN 'chosen'
          ELSE 'rejected'
        END,
        'left', CASE WHEN left_id = chosen.id THEN 'chosen' ELSE 'rejected' END,
        'strength', strength, 'comment', nullif(trim(comment), ''), 'seconds', seconds,
        'at', to_char(judgement.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      )) ORDER BY judgement.created_at, judgement.id)
    FROM judgement WHERE pair_id = pair.id AND undone_at IS NULL)`;
}

/** Whose paths and whose problems a version holds, from its frozen rows. */
export async function snapshotOrigins(
  tx: SqlTransaction,
  versionId: number,
): Promise<Pick<Manifest, "models" | "sources">> {
  const models = await tx<Manifest["models"]>`
    SELECT model, count(*)::int AS paths FROM (
      SELECT DISTINCT path->>'id' AS key, path->>'model' AS model
      FROM dataset_row CROSS JOIN LATERAL (VALUES (data->'path'), (data->'chosen'), (data->'rejected')) AS side (path)
      WHERE version_id = ${versionId} AND path IS NOT NULL
    ) AS one GROUP BY model ORDER BY paths DESC, model`;
  const sources = await tx<Manifest["sources"]>`
    SELECT source, count(*)::int AS problems FROM (
      SELECT DISTINCT data->'problem'->>'id' AS key, data->'problem'->>'source' AS source
      FROM dataset_row WHERE version_id = ${versionId}
    ) AS one GROUP BY source ORDER BY problems DESC, source`;
  return { models: [...models], sources: [...sources] };
}

import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import { type HardRule, hardRule } from "../../contract.ts";
import { countedSamples, isHard } from "./counted.ts";

/** The project's rule for hard samples. */
export async function readHardRule(projectId: number, db: Sql | SqlTransaction = sql()): Promise<HardRule> {
  const [row] = await db<{ hardRule: unknown }[]>`SELECT hard_rule FROM project WHERE id = ${projectId}`;
  return hardRule.parse(row?.hardRule ?? {});
}

/**
 * Counts anew which problems are hard samples, and adds a point to the project's difficulty over time where that has
 * changed. `runId` is the run whose work may have changed it; null: the rule was changed. One such count at a time.
 */
export async function refreshHardness(
  tx: SqlTransaction,
  projectId: number,
  runId: number | null,
): Promise<void> {
  await tx`SELECT pg_advisory_xact_lock(hashtext('hardness'), ${projectId})`;
  const rule = await readHardRule(projectId, tx);
  await tx`
    WITH fresh AS MATERIALIZED (
      SELECT problem_id, counted, failed, (${isHard(rule)}) AS is_hard FROM (${countedSamples(projectId, rule)}) AS samples
    ), gone AS (
      DELETE FROM hardness WHERE project_id = ${projectId} AND problem_id NOT IN (SELECT problem_id FROM fresh)
    )
    INSERT INTO hardness (problem_id, project_id, counted, failed, is_hard)
    SELECT problem_id, ${projectId}, counted, failed, is_hard FROM fresh ORDER BY problem_id
    ON CONFLICT (problem_id) DO UPDATE
      SET counted = excluded.counted, failed = excluded.failed, is_hard = excluded.is_hard,
        project_id = excluded.project_id
      WHERE (hardness.counted, hardness.failed, hardness.is_hard)
        IS DISTINCT FROM (excluded.counted, excluded.failed, excluded.is_hard)`;
  await tx`
    INSERT INTO difficulty_point (project_id, run_id, judged, hard, mean_share)
    SELECT ${projectId}, ${runId}, now.judged, now.hard, now.mean_share
    FROM (
      SELECT count(*)::int AS judged, (count(*) FILTER (WHERE is_hard))::int AS hard,
        avg(failed::float / counted) AS mean_share
      FROM hardness WHERE project_id = ${projectId} AND counted >= ${rule.least}
    ) AS now
    LEFT JOIN LATERAL (
      SELECT judged, hard, mean_share FROM difficulty_point WHERE project_id = ${projectId} ORDER BY id DESC LIMIT 1
    ) AS last ON true
    WHERE (now.judged, now.hard, now.mean_share) IS DISTINCT FROM (coalesce(last.judged, 0), coalesce(last.hard, 0), last.mean_share)`;
}

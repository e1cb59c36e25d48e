import { COUNT_LIMIT } from "#lib/api/operation.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { OrderDispute, VerdictDispute } from "../../contract/trust.ts";

interface Paging {
  cursor?: number | undefined;
  limit: number;
}

/** Rows and how many there are: these lists stand in the order of how much is disputed, so a page begins after so many. */
function pageOfRows<Row>(rows: readonly Row[], { cursor = 0, limit }: Paging, count: number) {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? cursor + limit : null, count };
}

/** Correct paths with a low critique and incorrect ones with a high one, the most disputed first. */
export async function verdictDisputes(
  scope: ProjectScope,
  input: Paging & { critique: string; low: number; high: number },
) {
  const { projectId, actor } = scope;
  const disputed = sql()`
    FROM score JOIN path ON path.id = score.path_id
    WHERE score.project_id = ${projectId} AND score.scorer = ${input.critique} AND score.kind = 'critique'
      AND path.flaw IS NULL
      AND ((path.verdict = 'correct' AND score.value <= ${input.low}::float)
        OR (path.verdict IN ('incorrect', 'error') AND score.value >= ${input.high}::float))`;
  const [rows, [counted]] = await Promise.all([
    sql()<VerdictDispute[]>`
      SELECT page.*, left(problem.text, 200) AS problem_text,
        (SELECT grade.value FROM score AS grade JOIN scorer ON scorer.id = grade.scorer_id
          WHERE grade.path_id = page.path_id AND scorer.source = 'person' AND scorer.created_by_id = ${actor.userId}) AS graded
      FROM (
        SELECT path.id AS path_id, path.key, path.problem_id, path.kind, path.model, path.answer, path.verdict,
          path.verdict_reason, score.value AS critique, score.rationale,
          CASE WHEN path.verdict = 'correct' THEN 10 - score.value ELSE score.value - 1 END AS gap
        ${disputed}
        ORDER BY gap DESC, path.id LIMIT ${input.limit + 1} OFFSET ${input.cursor ?? 0}
      ) AS page
      JOIN problem ON problem.id = page.problem_id
      ORDER BY gap DESC, path_id`,
    sql()<
      [{ count: number }]
    >`SELECT count(*)::int FROM (SELECT ${disputed} LIMIT ${COUNT_LIMIT}) AS counted`,
  ]);
  return pageOfRows(rows, input, counted.count);
}

/** For each problem the two paths whose order by reward and by critique disagrees the most. */
export async function orderDisputes(
  scope: ProjectScope,
  input: Paging & { reward: string; critique: string; margin: number },
) {
  const { projectId } = scope;
  const disputed = sql()`
    WITH scored AS (
      SELECT path.id, path.problem_id, path.key, path.kind, path.model, path.verdict, path.answer,
        reward.value AS reward, critique.value AS critique
      FROM score AS reward
      JOIN path ON path.id = reward.path_id AND path.flaw IS NULL
      JOIN score AS critique ON critique.path_id = path.id AND critique.kind = 'critique' AND critique.scorer = ${input.critique}
      WHERE reward.project_id = ${projectId} AND reward.kind = 'reward' AND reward.scorer = ${input.reward}
    ), strongest AS (
      SELECT DISTINCT ON (one.problem_id) one.problem_id, one.id AS rewarded_id, other.id AS graded_id,
        other.critique - one.critique AS gap
      FROM scored AS one JOIN scored AS other ON other.problem_id = one.problem_id
      WHERE one.reward > other.reward AND other.critique - one.critique >= ${input.margin}::float
        AND other.critique > one.critique
      ORDER BY one.problem_id, other.critique - one.critique DESC, one.id, other.id
    )`;
  const side = (name: "rewarded" | "graded") => sql()`
    jsonb_build_object('id', ${sql()(name)}.id, 'key', ${sql()(name)}.key, 'kind', ${sql()(name)}.kind,
      'model', ${sql()(name)}.model, 'verdict', ${sql()(name)}.verdict, 'answer', ${sql()(name)}.answer,
      'reward', ${sql()(name)}.reward, 'critique', ${sql()(name)}.critique) AS ${sql()(name)}`;
  const [rows, [counted]] = await Promise.all([
    sql()<OrderDispute[]>`
      ${disputed}
      SELECT page.problem_id, left(problem.text, 200) AS problem_text, ${side("rewarded")}, ${side("graded")},
        pair.id AS pair_id, pair.decided IS NOT NULL AS decided
      FROM (
        SELECT * FROM strongest ORDER BY gap DESC, problem_id LIMIT ${input.limit + 1} OFFSET ${input.cursor ?? 0}
      ) AS page
      JOIN problem ON problem.id = page.problem_id
      JOIN scored AS rewarded ON rewarded.id = page.rewarded_id
      JOIN scored AS graded ON graded.id = page.graded_id
      LEFT JOIN preference_pair AS pair ON pair.first_id = least(page.rewarded_id, page.graded_id)
        AND pair.second_id = greatest(page.rewarded_id, page.graded_id)
      ORDER BY page.gap DESC, page.problem_id`,
    sql()<[{ count: number }]>`
      ${disputed} SELECT count(*)::int FROM (SELECT FROM strongest LIMIT ${COUNT_LIMIT}) AS counted`,
  ]);
  return pageOfRows(rows, input, counted.count);
}

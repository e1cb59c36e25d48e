import { COUNT_LIMIT } from "#lib/api/operation.ts";
import type { Page } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { OrderDispute, VerdictDispute } from "../../contract/trust.ts";

interface Paging {
  cursor?: number | undefined;
  limit: number;
}

/** Rows and how many there are: these lists stand in the order of how much is disputed, so a page begins after so many. */
function pageOfRows<Row>(rows: readonly Row[], { cursor = 0, limit }: Paging, count: number): Page<Row> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? cursor + limit : null, count };
}

/** Correct paths with a low critique and incorrect ones with a high one, the most disputed first. */
export async function verdictDisputes(
  scope: ProjectScope,
  input: Paging & { critique: string; low: number; high: number },
): Promise<Page<VerdictDispute>> {
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

/**
 * For each problem the two paths whose order by reward and by critique disagrees the most: a path, and of those with a
 * higher reward the one with the lowest critique, which a running minimum down the rewards finds without making pairs.
 */
export async function orderDisputes(
  scope: ProjectScope,
  input: Paging & { reward: string; critique: string; margin: number },
): Promise<Page<OrderDispute>> {
  const { projectId } = scope;
  const disputed = sql()`
    WITH scored AS (
      SELECT path.id, path.problem_id, path.key, path.kind, path.model, path.verdict, path.answer,
        reward.value AS reward, critique.value AS critique
      FROM score AS reward
      JOIN path ON path.id = reward.path_id AND path.flaw IS NULL
      JOIN score AS critique ON critique.path_id = path.id AND critique.kind = 'critique' AND critique.scorer = ${input.critique}
      WHERE reward.project_id = ${projectId} AND reward.kind = 'reward' AND reward.scorer = ${input.reward}
    ), level AS (
      SELECT problem_id, reward, min(ARRAY[critique, id]) AS lowest FROM scored GROUP BY problem_id, reward
    ), above AS (
      SELECT problem_id, reward, min(lowest) OVER (
        PARTITION BY problem_id ORDER BY reward DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS lowest FROM level
    ), strongest AS (
      SELECT DISTINCT ON (problem_id) problem_id, lowest[2]::int AS rewarded_id, id AS graded_id,
        critique - lowest[1] AS gap
      FROM scored JOIN above USING (problem_id, reward)
      WHERE critique > lowest[1] AND critique - lowest[1] >= ${input.margin}::float
      ORDER BY problem_id, gap DESC, id
    )`;
  const side = (name: "rewarded" | "graded") => sql()`
    jsonb_build_object('id', ${sql()(name)}.id, 'key', ${sql()(name)}.key, 'kind', ${sql()(name)}.kind,
      'model', ${sql()(name)}.model, 'verdict', ${sql()(name)}.verdict, 'answer', ${sql()(name)}.answer,
      'reward', ${sql()(name)}.reward, 'critique', ${sql()(name)}.critique) AS ${sql()(name)}`;
  const { limit, cursor = 0 } = input;
  const rows = await sql()<(OrderDispute & { counted: number })[]>`
    ${disputed}
    SELECT page.problem_id, left(problem.text, 200) AS problem_text, ${side("rewarded")}, ${side("graded")},
      pair.id AS pair_id, pair.decided IS NOT NULL AS decided, (SELECT count(*)::int FROM strongest) AS counted
    FROM (
      SELECT * FROM strongest ORDER BY gap DESC, problem_id LIMIT ${limit + 1} OFFSET ${cursor}
    ) AS page
    JOIN problem ON problem.id = page.problem_id
    JOIN scored AS rewarded ON rewarded.id = page.rewarded_id
    JOIN scored AS graded ON graded.id = page.graded_id
    LEFT JOIN preference_pair AS pair ON pair.first_id = least(page.rewarded_id, page.graded_id)
      AND pair.second_id = greatest(page.rewarded_id, page.graded_id)
    ORDER BY page.gap DESC, page.problem_id`;
  // A page past the end has no row to tell the count.
  let count = rows[0]?.counted ?? 0;
  if (rows.length === 0 && cursor > 0) {
    count = (await orderDisputes(scope, { ...input, cursor: 0, limit: 1 })).count;
  }
  return pageOfRows(
    rows.map(({ counted: _, ...row }) => row),
    input,
    Math.min(COUNT_LIMIT, count),
  );
}

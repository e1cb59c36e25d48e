import type { PendingQuery, Row } from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { matching as matchingPairs } from "#lib/pairs/store/filter.ts";
import { matching as matchingPaths } from "#lib/paths/store/matching.ts";
import { hardProblems, matching as matchingProblems } from "#lib/problems/store/matching.ts";
import type { QueueOrder, QueueSource } from "../contract/queues.ts";

/**
 * The units that a source stands for: problem_id, pair_id, path_ids, margin (null where there is none; of pairs what
 * mining or a file says), given (their own order).
 */
export function sourceUnits(scope: ProjectScope, source: QueueSource): PendingQuery<Row[]> {
  switch (source.kind) {
    case "pair":
      return sql()`
        SELECT pair.problem_id, pair.id AS pair_id, ARRAY[pair.first_id, pair.second_id] AS path_ids, pair.margin,
          (pair.priority::float8 * 1e9 + pair.id) AS given
        FROM preference_pair AS pair JOIN problem ON problem.id = pair.problem_id
        WHERE ${ofPairs(scope, source)}`;
    case "ranking":
      return sql()`
        SELECT problem_id, NULL::int AS pair_id, array_agg(id ORDER BY round, id) AS path_ids, NULL::float8 AS margin,
          problem_id::float8 AS given
        FROM (
          SELECT id, problem_id, round, row_number() OVER (PARTITION BY problem_id ORDER BY round, id) AS turn FROM (
            SELECT path.id, path.problem_id,
              row_number() OVER (PARTITION BY path.problem_id, path.answer ORDER BY path.id) AS round
            FROM path WHERE ${matchingPaths(scope, source.filter)} AND path.flaw IS NULL) AS rounds
        ) AS turns WHERE turn <= ${source.paths} GROUP BY problem_id HAVING count(*) >= 2`;
    case "score":
    case "first_wrong":
      return sql()`
        SELECT problem_id, NULL::int AS pair_id, ARRAY[id] AS path_ids, NULL::float8 AS margin, id::float8 AS given
        FROM (
          SELECT path.id, path.problem_id, row_number() OVER (PARTITION BY path.problem_id ORDER BY path.id) AS turn
          FROM path WHERE ${matchingPaths(scope, source.filter)} AND path.flaw IS NULL
        ) AS turns WHERE turn <= ${source.perProblem}`;
    case "seed":
      return sql()`
        SELECT problem.id AS problem_id, NULL::int AS pair_id, ARRAY[]::int[] AS path_ids, NULL::float8 AS margin,
          problem.id::float8 AS given
        FROM problem WHERE ${matchingProblems(scope, source.problems)}`;
  }
}

function ofPairs(scope: ProjectScope, source: Extract<QueueSource, { kind: "pair" }>) {
  const policy = source.policy === null ? sql()`` : sql()`AND pair.policy = ${source.policy}`;
  const hard = source.hardOnly ? sql()`AND pair.problem_id IN (${hardProblems(scope.projectId)})` : sql()``;
  return sql()`${matchingPairs(scope, source.filter)} ${policy} ${hard}`;
}

/** Where a unit stands in its queue, an SQL expression over a unit's columns: lowest first. */
export function positionOf(order: QueueOrder): PendingQuery<Row[]> {
  switch (order) {
    case "hardest":
      return sql()`-coalesce((
        SELECT failed::float8 / nullif(counted, 0) FROM hardness WHERE hardness.problem_id = source.problem_id), -1)`;
    case "closest":
      return sql()`coalesce(abs(source.margin), 1e9)`;
    case "random":
      return sql()`random()`;
    case "given":
      return sql()`source.given`;
  }
}

/** Pairs of a correct and an incorrect path of a source, with the category that is known to be right. */
export function goldUnits(scope: ProjectScope, source: QueueSource): PendingQuery<Row[]> {
  return sql()`
    SELECT source.*, CASE WHEN one.verdict = 'correct' THEN 'first' ELSE 'second' END AS gold
    FROM (${sourceUnits(scope, source)}) AS source
    JOIN path AS one ON one.id = source.path_ids[1]
    JOIN path AS other ON other.id = source.path_ids[2]
    WHERE source.pair_id IS NOT NULL
      AND (one.verdict = 'correct' AND other.verdict = 'incorrect' OR one.verdict = 'incorrect' AND other.verdict = 'correct')`;
}

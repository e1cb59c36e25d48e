import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { ProblemFilter, ProblemRow } from "../contract.ts";
import { hardnessColumns } from "./hardness-columns.ts";
import { matching } from "./matching.ts";

export type ProblemListInput = ProblemFilter & { cursor?: number | undefined; limit: number };

/** The page's rows, one more than the limit; paths are counted for these rows alone. */
export function problemPage(scope: ProjectScope, input: ProblemListInput) {
  return sql()<ProblemRow[]>`
    SELECT page.*, counted.* FROM (
      SELECT problem.id, key, left(text, 400) AS text, answer, subdomain.name AS subdomain, origin, split,
        difficulty, tags, ${hardnessColumns()}
      FROM problem LEFT JOIN subdomain ON subdomain.id = problem.subdomain_id
      LEFT JOIN hardness ON hardness.problem_id = problem.id
      WHERE ${matching(scope, input)} AND problem.id > ${input.cursor ?? 0}
      ORDER BY problem.id LIMIT ${input.limit + 1}
    ) AS page
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS paths, (count(*) FILTER (WHERE verdict = 'correct'))::int AS correct
      FROM path WHERE path.problem_id = page.id
    ) AS counted
    ORDER BY page.id`;
}

/** Problems that match the filter, by id. */
export async function listProblems(scope: ProjectScope, input: ProblemListInput): Promise<Page<ProblemRow>> {
  const [rows, [counted]] = await Promise.all([
    problemPage(scope, input),
    sql()<[{ count: number }]>`
      SELECT count(*)::int FROM (
        SELECT FROM problem WHERE ${matching(scope, input)} LIMIT ${COUNT_LIMIT}) AS counted`,
  ]);
  return pageFrom(rows, input.limit, counted.count);
}

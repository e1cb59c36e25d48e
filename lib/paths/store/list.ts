import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { PathFilter, PathRow } from "../contract.ts";
import { hidesModels } from "../model-names.ts";
import { matching } from "./matching.ts";

export type PathListInput = PathFilter & { cursor?: number | undefined; limit: number };

/** The page's rows, one more than the limit. */
export function pathPage(scope: ProjectScope, input: PathListInput) {
  const hidden = hidesModels(scope.role);
  return sql()<PathRow[]>`
    SELECT page.id, page.key, page.problem_id, left(problem.text, 200) AS problem_text, kind,
      CASE WHEN ${hidden} THEN NULL ELSE model END AS model, ${hidden}::boolean AS model_hidden,
      page.answer, verdict, verdict_method, verdict_reason, tokens, execution_outcome, wrong_steps,
      "user".name AS author, copies, flaw, coalesce(hardness.is_hard, false) AS is_hard
    FROM (
      SELECT * FROM path
      WHERE ${matching(scope, input)} AND path.id > ${input.cursor ?? 0}
      ORDER BY path.id LIMIT ${input.limit + 1}
    ) AS page
    JOIN problem ON problem.id = page.problem_id
    LEFT JOIN "user" ON "user".id = page.author_id
    LEFT JOIN hardness ON hardness.problem_id = page.problem_id
    ORDER BY page.id`;
}

/** Paths that match the filter, by id. Someone who may not see model names can't ask for them either. */
export async function listPaths(scope: ProjectScope, input: PathListInput): Promise<Page<PathRow>> {
  if (input.model !== undefined && hidesModels(scope.role)) {
    throw new AppError(
      "forbidden",
      "Reviewers don't see which model wrote a path: filter by something else.",
      {
        field: "model",
      },
    );
  }
  const [rows, [counted]] = await Promise.all([
    pathPage(scope, input),
    sql()<[{ count: number }]>`
      SELECT count(*)::int FROM (
        SELECT FROM path WHERE ${matching(scope, input)} LIMIT ${COUNT_LIMIT}) AS counted`,
  ]);
  return pageFrom(rows, input.limit, counted.count);
}

import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { agree, type CountedAnswer } from "../agreement.ts";
import type { Agreement } from "../contract.ts";

/** Of more answers than this the rarest are left out. */
const DISTINCT_LIMIT = 500;

/** What the checked paths of a problem agree on. */
export async function readAgreement(scope: ProjectScope, problemId: number): Promise<Agreement> {
  const [[totals], counted] = await Promise.all([
    sql()<{ paths: number; answered: number }[]>`
      SELECT count(path.id)::int AS paths, count(path.answer)::int AS answered
      FROM problem LEFT JOIN path ON path.problem_id = problem.id
      WHERE problem.id = ${problemId} AND problem.project_id = ${scope.projectId}
      GROUP BY problem.id`,
    sql()<CountedAnswer[]>`
      SELECT answer, count(*)::int AS paths FROM path
      WHERE problem_id = ${problemId} AND project_id = ${scope.projectId} AND answer IS NOT NULL
      GROUP BY answer ORDER BY paths DESC, answer LIMIT ${DISTINCT_LIMIT}`,
  ]);
  if (!totals) throw notFound("problem");
  return agree(counted, totals);
}

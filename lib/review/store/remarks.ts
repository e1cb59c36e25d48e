import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { ProblemRemark } from "../contract/work.ts";

/** What reviewers said of a problem that they found bad, newest first. */
export async function problemRemarks(
  { projectId }: ProjectScope,
  problemId: number,
): Promise<ProblemRemark[]> {
  const [problem] = await sql()`SELECT FROM problem WHERE id = ${problemId} AND project_id = ${projectId}`;
  if (!problem) throw notFound("problem");
  return sql()<ProblemRemark[]>`
    SELECT judgement.id, coalesce(comment, '') AS comment, value->'clear' AS clear, value->'solvable' AS solvable,
      value->'answerRight' AS answer_right, judgement.created_at AS at
    FROM review_unit AS unit JOIN judgement ON judgement.unit_id = unit.id
    WHERE unit.problem_id = ${problemId} AND unit.project_id = ${projectId} AND undone_at IS NULL AND category = 'bad'
      AND value->>'kind' = 'seed'
    ORDER BY judgement.created_at DESC`;
}

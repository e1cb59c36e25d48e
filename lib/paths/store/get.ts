import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Path } from "../contract.ts";
import { hidesModels } from "../model-names.ts";

/**
 * One path with its problem's statement and its neighbours of the same problem. Who may not see model names sees
 * no `meta` either: it keeps whatever else stood in the file, which may name the model.
 */
export async function getPath(scope: ProjectScope, id: number): Promise<Path> {
  const hidden = hidesModels(scope.role);
  const [row] = await sql()<Path[]>`
    SELECT path.id, path.key, path.problem_id, problem.text AS problem_text, problem.answer AS reference_answer, kind,
      CASE WHEN ${hidden} THEN NULL ELSE model END AS model, ${hidden}::boolean AS model_hidden,
      path.answer, verdict, verdict_method, verdict_reason, tokens, segments, answer_rule, temperature,
      CASE WHEN ${hidden} THEN '{}' ELSE path.meta END AS meta, checked_at, path.created_at,
      execution_outcome, wrong_steps, "user".name AS author, execution, first_wrong_step, verified_at, revision_of_id,
      copies, flaw, coalesce(hardness.is_hard, false) AS is_hard,
      (SELECT max(id) FROM path AS other WHERE other.problem_id = path.problem_id AND other.id < ${id}) AS previous_id,
      (SELECT min(id) FROM path AS other WHERE other.problem_id = path.problem_id AND other.id > ${id}) AS next_id
    FROM path JOIN problem ON problem.id = path.problem_id LEFT JOIN "user" ON "user".id = author_id
    LEFT JOIN hardness ON hardness.problem_id = path.problem_id
    WHERE path.id = ${id} AND path.project_id = ${scope.projectId}`;
  if (!row) throw notFound("path");
  return row;
}

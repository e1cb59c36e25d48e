import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Problem } from "../contract.ts";
import { hardnessColumns } from "./hardness-columns.ts";

/** One problem with its parents' ids and its neighbours by id. */
export async function getProblem(scope: ProjectScope, id: number): Promise<Problem> {
  const [row] = await sql()<Problem[]>`
    SELECT problem.id, problem.key, text, answer, subdomain.name AS subdomain, origin, split, difficulty, tags,
      solution, source, meta, version, problem.created_at, problem.updated_at,
      ${hardnessColumns()}, counted.*,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('key', named.key, 'id', parent.id) ORDER BY place), '[]')
        FROM unnest(problem.parents) WITH ORDINALITY AS named(key, place)
        LEFT JOIN problem AS parent ON parent.project_id = ${scope.projectId} AND parent.key = named.key) AS parents,
      (SELECT max(id) FROM problem WHERE project_id = ${scope.projectId} AND id < ${id}) AS previous_id,
      (SELECT min(id) FROM problem WHERE project_id = ${scope.projectId} AND id > ${id}) AS next_id
    FROM problem
    LEFT JOIN subdomain ON subdomain.id = problem.subdomain_id
    LEFT JOIN hardness ON hardness.problem_id = problem.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS paths, (count(*) FILTER (WHERE verdict = 'correct'))::int AS correct
      FROM path WHERE path.problem_id = problem.id
    ) AS counted
    WHERE problem.id = ${id} AND problem.project_id = ${scope.projectId}`;
  if (!row) throw notFound("problem");
  return row;
}

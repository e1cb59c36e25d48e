import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Pair } from "../contract.ts";

/** One pair with the whole problem and both paths. */
export async function getPair(scope: ProjectScope, id: number): Promise<Pair> {
  const [row] = await sql()<Pair[]>`
    SELECT pair.id, pair.problem_id, problem.text AS problem_text, pair.origin, pair.policy,
      pair.proposed, pair.decided, pair.decided_at, pair.margin, pair.judgement_count AS judgements,
      ${side("first")}, ${side("second")}
    FROM preference_pair AS pair
    JOIN problem ON problem.id = pair.problem_id
    JOIN path AS first ON first.id = pair.first_id
    JOIN path AS second ON second.id = pair.second_id
    WHERE pair.id = ${id} AND pair.project_id = ${scope.projectId}`;
  if (!row) throw notFound("pair");
  return row;
}

function side(which: "first" | "second") {
  const path = sql()(which);
  return sql()`jsonb_build_object('id', ${path}.id, 'key', ${path}.key, 'kind', ${path}.kind, 'model', ${path}.model,
    'verdict', ${path}.verdict, 'verdictReason', ${path}.verdict_reason, 'answer', ${path}.answer,
    'segments', ${path}.segments) AS ${path}`;
}

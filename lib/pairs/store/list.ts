import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { PairFilter, PairRow } from "../contract.ts";
import { matching } from "./filter.ts";

/** By id, oldest first. */
export async function listPairs(
  scope: ProjectScope,
  input: PairFilter & { cursor?: number | undefined; limit: number },
): Promise<Page<PairRow>> {
  const where = matching(scope, input);
  const joined = input.q ? sql()`JOIN problem ON problem.id = pair.problem_id` : sql()``;
  const table = sql()`preference_pair AS pair ${joined}`;
  const rows = await sql()<PairRow[]>`
    SELECT pair.id, pair.problem_id, left(problem.text, 200) AS problem_text, pair.origin, pair.policy,
      pair.proposed, pair.decided, pair.decided_at, pair.margin, pair.judgement_count AS judgements,
      ${side("first")}, ${side("second")}
    FROM (
      SELECT pair.* FROM ${table} WHERE ${where} AND pair.id > ${input.cursor ?? 0}
      ORDER BY pair.id LIMIT ${input.limit + 1}
    ) AS pair
    JOIN problem ON problem.id = pair.problem_id
    JOIN path AS first ON first.id = pair.first_id
    JOIN path AS second ON second.id = pair.second_id
    ORDER BY pair.id`;
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM (SELECT FROM ${table} WHERE ${where} LIMIT ${COUNT_LIMIT}) AS counted`;
  return pageFrom(rows, input.limit, counted.count);
}

function side(which: "first" | "second") {
  const path = sql()(which);
  return sql()`jsonb_build_object('id', ${path}.id, 'key', ${path}.key, 'kind', ${path}.kind, 'model', ${path}.model,
    'verdict', ${path}.verdict, 'answer', ${path}.answer) AS ${path}`;
}

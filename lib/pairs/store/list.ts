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
  const rows = await sql()<PairRow[]>`
    SELECT pair.id, pair.problem_id, left(problem.text, 200) AS problem_text, pair.origin, pair.policy,
      pair.proposed, pair.decided, pair.decided_at, pair.margin, pair.judgement_count AS judgements,
      jsonb_build_object('id', first.id, 'key', first.key, 'kind', first.kind, 'model', first.model,
        'verdict', first.verdict, 'answer', first.answer) AS first,
      jsonb_build_object('id', second.id, 'key', second.key, 'kind', second.kind, 'model', second.model,
        'verdict', second.verdict, 'answer', second.answer) AS second
    FROM preference_pair AS pair
    JOIN problem ON problem.id = pair.problem_id
    JOIN path AS first ON first.id = pair.first_id
    JOIN path AS second ON second.id = pair.second_id
    WHERE ${where} AND pair.id > ${input.cursor ?? 0}
    ORDER BY pair.id LIMIT ${input.limit + 1}`;
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM (
      SELECT FROM preference_pair AS pair ${input.q ? sql()`JOIN problem ON problem.id = pair.problem_id` : sql()``}
      WHERE ${where} LIMIT ${COUNT_LIMIT}
    ) AS counted`;
  return pageFrom(rows, input.limit, counted.count);
}

import type { PendingQuery, Row } from "postgres";
import { COUNT_LIMIT } from "#lib/api/operation.ts";
import { type Page, pageFrom } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { CandidateFilter, CandidateRow } from "../contract.ts";
import { matching } from "./matching.ts";

/** Rows of the relation `candidate` as the contract has them. An instruction in the bin is not shown as one. */
export function candidateRows(scope: ProjectScope, candidate: PendingQuery<Row[]>) {
  return sql()<CandidateRow[]>`
    SELECT candidate.id, run_id, method, left(candidate.text, 400) AS text, candidate.answer,
      subdomain.name AS subdomain, state, reason, detail, rouge_l, lcs, jaccard_words, jaccard_chars,
      CASE WHEN decided_at IS NOT NULL THEN coalesce("user".name, 'someone who left') END AS decided_by,
      decided_at, problem.id AS problem_id
    FROM (${candidate}) AS candidate
    LEFT JOIN subdomain ON subdomain.id = candidate.subdomain_id
    LEFT JOIN "user" ON "user".id = candidate.decided_by_id
    LEFT JOIN problem ON problem.id = candidate.problem_id AND problem.project_id = ${scope.projectId}
    ORDER BY candidate.id`;
}

/** Candidates that match the filter, by id: the oldest first. */
export async function listCandidates(
  scope: ProjectScope,
  input: CandidateFilter & { cursor?: number | undefined; limit: number },
): Promise<Page<CandidateRow>> {
  const [rows, [counted]] = await Promise.all([
    candidateRows(
      scope,
      sql()`SELECT * FROM candidate WHERE ${matching(scope, input)} AND candidate.id > ${input.cursor ?? 0}
        ORDER BY candidate.id LIMIT ${input.limit + 1}`,
    ),
    sql()<[{ count: number }]>`
      SELECT count(*)::int FROM (
        SELECT FROM candidate WHERE ${matching(scope, input)} LIMIT ${COUNT_LIMIT}) AS counted`,
  ]);
  return pageFrom(rows, input.limit, counted.count);
}

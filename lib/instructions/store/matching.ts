import type { PendingQuery, Row } from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { containing } from "#lib/problems/containing.ts";
import type { CandidateFilter } from "../contract.ts";

/** The condition on `candidate` that a filter stands for. */
export function matching(scope: ProjectScope, filter: CandidateFilter): PendingQuery<Row[]> {
  const { q, run, state, reason, method, subdomain, decided } = filter;
  return sql()`candidate.project_id = ${scope.projectId}
    ${q ? sql()`AND candidate.text ILIKE ${containing(q)}` : sql()``}
    ${run === undefined ? sql()`` : sql()`AND candidate.run_id = ${run}`}
    ${state === undefined ? sql()`` : sql()`AND candidate.state = ${state}`}
    ${reason === undefined ? sql()`` : sql()`AND candidate.reason = ${reason}`}
    ${method === undefined ? sql()`` : sql()`AND candidate.method = ${method}`}
    ${
      subdomain === undefined
        ? sql()``
        : sql()`AND candidate.subdomain_id = (
            SELECT id FROM subdomain WHERE project_id = ${scope.projectId} AND name = ${subdomain})`
    }
    ${decided === "filter" ? sql()`AND candidate.decided_at IS NULL` : sql()``}
    ${decided === "person" ? sql()`AND candidate.decided_at IS NOT NULL` : sql()``}`;
}

/**
 * What the measures alone decide: it passed every gate, and no person has decided. These have all scores, save in runs
 * that look for none.
 */
export function measured(scope: ProjectScope): PendingQuery<Row[]> {
  return sql()`candidate.project_id = ${scope.projectId} AND candidate.decided_at IS NULL
    AND (candidate.state = 'accepted' OR candidate.reason = 'similar')`;
}

import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { CandidateFacets } from "../contract.ts";

/** A list to choose from; beyond this many values it is no longer one. */
const VALUES_LIMIT = 200;

type Facet = "state" | "reason" | "method" | "subdomain" | "run";

/** Values of each filter with their counts: runs newest first, the others the most frequent first. */
export async function facetCandidates(scope: ProjectScope): Promise<CandidateFacets> {
  const rows = await sql()<{ facet: Facet; value: string; count: number }[]>`
    WITH counted AS (
      SELECT
        CASE 0
          WHEN grouping(state) THEN 'state'
          WHEN grouping(reason) THEN 'reason'
          WHEN grouping(method) THEN 'method'
          WHEN grouping(run_id) THEN 'run'
          ELSE 'subdomain'
        END AS facet,
        coalesce(
          (SELECT name FROM subdomain WHERE subdomain.id = candidate.subdomain_id),
          state::text, reason, method::text, run_id::text
        ) AS value,
        run_id, count(*)::int AS count
      FROM candidate WHERE project_id = ${scope.projectId}
      GROUP BY GROUPING SETS (state, reason, method, run_id, subdomain_id)
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY facet ORDER BY run_id DESC, count DESC, value) AS rank
      FROM counted WHERE value IS NOT NULL
    )
    SELECT facet, value, count FROM ranked WHERE rank <= ${VALUES_LIMIT} ORDER BY facet, rank`;
  const of = (wanted: Facet) =>
    rows.filter(({ facet }) => facet === wanted).map(({ value, count }) => ({ value, count }));
  return {
    runs: await runs(scope, of("run")),
    states: of("state"),
    reasons: of("reason"),
    methods: of("method"),
    subdomains: of("subdomain"),
  };
}

async function runs(scope: ProjectScope, counted: readonly { value: string; count: number }[]) {
  const candidates = new Map(counted.map(({ value, count }) => [Number(value), count]));
  const rows = await sql()<{ id: number; kind: string; at: string }[]>`
    SELECT id, kind, created_at AS at FROM run
    WHERE project_id = ${scope.projectId} AND id = ANY(${[...candidates.keys()]}::int[]) ORDER BY id DESC`;
  return rows.map((run) => ({ ...run, candidates: candidates.get(run.id) ?? 0 }));
}

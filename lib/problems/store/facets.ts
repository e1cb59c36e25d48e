import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { ProblemFacets } from "../contract.ts";

/** A list to choose from; beyond this many values it is no longer one. */
const VALUES_LIMIT = 200;

type Facet = "subdomain" | "origin" | "split" | "difficulty";

/** Values of each filter with their counts, the most frequent first. */
export async function facetProblems(scope: ProjectScope): Promise<ProblemFacets> {
  const rows = await sql()<{ facet: Facet; value: string; count: number }[]>`
    WITH counted AS (
      SELECT
        CASE 0
          WHEN grouping(subdomain_id) THEN 'subdomain'
          WHEN grouping(origin) THEN 'origin'
          WHEN grouping(split) THEN 'split'
          ELSE 'difficulty'
        END AS facet,
        coalesce(
          (SELECT name FROM subdomain WHERE subdomain.id = problem.subdomain_id),
          origin::text, split::text, difficulty
        ) AS value,
        count(*)::int AS count
      FROM problem WHERE project_id = ${scope.projectId}
      GROUP BY GROUPING SETS (subdomain_id, origin, split, difficulty)
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY facet ORDER BY count DESC, value) AS rank
      FROM counted WHERE value IS NOT NULL
    )
    SELECT facet, value, count FROM ranked WHERE rank <= ${VALUES_LIMIT} ORDER BY facet, rank`;
  const of = (wanted: Facet) =>
    rows.filter(({ facet }) => facet === wanted).map(({ value, count }) => ({ value, count }));
  return {
    subdomains: of("subdomain"),
    origins: of("origin"),
    splits: of("split"),
    difficulties: of("difficulty"),
  };
}

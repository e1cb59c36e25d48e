import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import type { Subdomain, SubdomainList } from "../../contract/subdomains.ts";

/** The project's sub-domains by name, each with the problems of its own and of all below it. */
export async function listSubdomains({ projectId }: ProjectScope): Promise<SubdomainList> {
  // UNION, not UNION ALL: the walk ends even in rows that some other program has tied into a circle.
  const rows = await sql()<(Omit<Subdomain, "id"> & { id: number | null })[]>`
    WITH RECURSIVE below AS (
      SELECT id AS top, id FROM subdomain WHERE project_id = ${projectId}
      UNION
      SELECT below.top, subdomain.id FROM below JOIN subdomain ON parent_id = below.id
    ), own AS (
      SELECT subdomain_id, count(*)::int AS problems, (count(*) FILTER (WHERE origin = 'seed'))::int AS seeds
      FROM problem WHERE project_id = ${projectId} GROUP BY subdomain_id
    ), within AS (
      SELECT top, sum(problems)::int AS problems
      FROM below JOIN own ON own.subdomain_id = below.id GROUP BY top
    )
    SELECT named.id, name, parent_id, coalesce(own.problems, 0) AS problems, coalesce(seeds, 0) AS seeds,
      coalesce(within.problems, 0) AS within
    FROM (SELECT id, name, parent_id FROM subdomain WHERE project_id = ${projectId}) AS named
    FULL JOIN own ON own.subdomain_id = named.id
    LEFT JOIN within ON within.top = named.id
    ORDER BY name, named.id`;
  return {
    subdomains: rows.flatMap(({ id, ...row }) => (id === null ? [] : [{ id, ...row }])),
    unclassified: rows.find(({ id }) => id === null)?.problems ?? 0,
  };
}

/** One row of that list, as the transaction sees it. */
export async function readSubdomain(tx: SqlTransaction, scope: ProjectScope, id: number): Promise<Subdomain> {
  const [row] = await tx<[Subdomain]>`
    WITH RECURSIVE below AS (
      SELECT id FROM subdomain WHERE id = ${id} AND project_id = ${scope.projectId}
      UNION
      SELECT subdomain.id FROM below JOIN subdomain ON parent_id = below.id
    )
    SELECT subdomain.id, name, parent_id,
      (count(*) FILTER (WHERE problem.subdomain_id = subdomain.id))::int AS problems,
      (count(*) FILTER (WHERE problem.subdomain_id = subdomain.id AND origin = 'seed'))::int AS seeds,
      count(problem.id)::int AS within
    FROM subdomain
    LEFT JOIN problem ON problem.project_id = ${scope.projectId} AND problem.subdomain_id IN (SELECT id FROM below)
    WHERE subdomain.id = ${id} AND subdomain.project_id = ${scope.projectId}
    GROUP BY subdomain.id`;
  return row;
}

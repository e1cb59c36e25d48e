import { sql } from "#lib/db.ts";

/** A sub-domain that a test may rename or take away. */
export async function throwAwaySubdomain(projectId: number): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO subdomain (project_id, name) VALUES (${projectId}, ${crypto.randomUUID()}) RETURNING id`;
  return row.id;
}

/** Problems of a sub-domain, or of none; every third is generated. */
export async function addProblems(
  projectId: number,
  subdomainId: number | null,
  count: number,
): Promise<void> {
  await sql()`INSERT INTO problem (project_id, key, text, text_hash, subdomain_id, origin)
    SELECT ${projectId}, gen_random_uuid(), 'Problem', gen_random_uuid(), ${subdomainId},
      (CASE WHEN n % 3 = 0 THEN 'generated' ELSE 'seed' END)::origin
    FROM generate_series(1, ${count}) AS n`;
}

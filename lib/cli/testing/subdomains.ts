import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { createSubdomain } from "#lib/problems/store/subdomains/create.ts";
import { listSubdomains } from "#lib/problems/store/subdomains/list.ts";

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

/** A sub-domain with so many problems. */
export async function makeSubdomain(
  scope: ProjectScope,
  name: string,
  parentId: number | null = null,
  problems = 0,
): Promise<number> {
  const { id } = await createSubdomain(scope, { name, parentId });
  await addProblems(scope.projectId, id, problems);
  return id;
}

/** The tree in one line for each row: name < parent, own problems, within. */
export async function treeLines(scope: ProjectScope): Promise<string[]> {
  const { subdomains } = await listSubdomains(scope);
  const names = new Map(subdomains.map(({ id, name }) => [id, name]));
  return subdomains.map(({ name, parentId, problems, within }) => {
    const parent = parentId === null ? "" : ` < ${names.get(parentId)}`;
    return `${name}${parent} ${problems}/${within}`;
  });
}

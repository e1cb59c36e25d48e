import { sql } from "#lib/db.ts";

/** The newest path of a project, 0 where it has none: what comes after it came after a run began. */
export async function lastPath(projectId: number): Promise<number> {
  const [row] = await sql()<[{ last: number }]>`
    SELECT coalesce(max(id), 0)::int AS last FROM path WHERE project_id = ${projectId}`;
  return row.last;
}

import { sql } from "#lib/db.ts";
import type { Role } from "../contract.ts";

/** A project by its slug, with the person's own role in it (null: none). A project's bin is none. */
export async function projectWithRole(
  slug: string,
  userId: string,
): Promise<{ id: number; slug: string; role: Role | null } | null> {
  const [row] = await sql()<{ id: number; slug: string; role: Role | null }[]>`
    SELECT project.id, project.slug, membership.role
    FROM project
    LEFT JOIN membership ON membership.project_id = project.id AND membership.user_id = ${userId}
    WHERE project.slug = ${slug} AND project.bin_of_id IS NULL`;
  return row ?? null;
}

import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Actor } from "#lib/context.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Member, Project, projectCounts } from "../contract.ts";

/** Projects of the actor's; owners see all. */
export async function listProjects(actor: Actor): Promise<(Project & { problems: number; paths: number })[]> {
  return sql()<(Project & { problems: number; paths: number })[]>`
    SELECT slug, project.name, description, project.created_at,
      CASE WHEN ${actor.isOwner} THEN 'lead'::role ELSE membership.role END AS role,
      (SELECT count(*)::int FROM problem WHERE problem.project_id = project.id) AS problems,
      (SELECT count(*)::int FROM path WHERE path.project_id = project.id) AS paths
    FROM project
    LEFT JOIN membership ON membership.project_id = project.id AND membership.user_id = ${actor.userId}
    WHERE bin_of_id IS NULL AND (${actor.isOwner} OR membership.user_id IS NOT NULL)
    ORDER BY project.name, project.id`;
}

export async function getProject(scope: ProjectScope): Promise<Project> {
  const [row] = await sql()<Omit<Project, "role">[]>`
    SELECT slug, name, description, created_at FROM project WHERE id = ${scope.projectId}`;
  if (!row) throw notFound("project");
  return { ...row, role: scope.role };
}

/** How much each room of the project holds, from left to right. */
export async function countProject(scope: ProjectScope): Promise<z.infer<typeof projectCounts>> {
  const id = scope.projectId;
  const [row] = await sql()<[z.infer<typeof projectCounts>]>`
    SELECT
      (SELECT count(*)::int FROM problem WHERE project_id = ${id}) AS problems,
      paths.*,
      pairs.*,
      (SELECT count(*)::int FROM dataset_version JOIN dataset ON dataset.id = dataset_id
        WHERE project_id = ${id} AND state = 'ready') AS versions
    FROM
      (SELECT count(*)::int AS paths, count(verdict)::int AS checked,
        (count(*) FILTER (WHERE verdict = 'correct'))::int AS correct
        FROM path WHERE project_id = ${id}) AS paths,
      (SELECT count(*)::int AS pairs, count(decided)::int AS judged
        FROM preference_pair WHERE project_id = ${id}) AS pairs`;
  return row;
}

export async function listMembers(scope: ProjectScope): Promise<Member[]> {
  return sql()<Member[]>`
    SELECT user_id, name, email, role, membership.created_at AS joined_at
    FROM membership JOIN "user" ON "user".id = user_id
    WHERE project_id = ${scope.projectId} ORDER BY name, user_id`;
}

import type { Role } from "#lib/auth/contract.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Actor } from "#lib/context.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Member, Project } from "../contract.ts";

interface NewProject {
  name: string;
  slug: string;
  description: string;
}

/** Makes a project with its maker as lead. A slug that is taken is a conflict. */
export async function createProject(actor: Actor, input: NewProject): Promise<Project> {
  return sql().begin(async (tx) => {
    const [row] = await tx<(Omit<Project, "role"> & { id: number })[]>`
      INSERT INTO project (slug, name, description, created_by_id)
      VALUES (${input.slug}, ${input.name}, ${input.description}, ${actor.userId})
      ON CONFLICT (slug) DO NOTHING
      RETURNING id, slug, name, description, created_at`;
    if (!row)
      throw new AppError("conflict", "Another project has this address. Choose another one.", {
        field: "slug",
      });
    const { id, ...project } = row;
    await tx`INSERT INTO membership (project_id, user_id, role) VALUES (${id}, ${actor.userId}, 'lead')`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
      VALUES (${id}, ${actor.userId}, 'project.create', ${row.slug})`;
    return { ...project, role: "lead" };
  });
}

export async function updateProject(
  scope: ProjectScope,
  input: { name?: string | undefined; description?: string | undefined },
): Promise<Project> {
  return sql().begin(async (tx) => {
    const [row] = await tx<[Omit<Project, "role">]>`
      UPDATE project SET name = coalesce(${input.name ?? null}, name),
        description = coalesce(${input.description ?? null}, description)
      WHERE id = ${scope.projectId} RETURNING slug, name, description, created_at`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'project.update', ${scope.slug}, ${tx.json({ ...input })})`;
    return { ...row, role: scope.role };
  });
}

/** Gives a person a role. The last lead of a project can't be made anything else. */
export async function setMember(scope: ProjectScope, input: { email: string; role: Role }): Promise<Member> {
  return sql().begin(async (tx) => {
    const [user] = await tx<{ id: string; name: string; email: string }[]>`
      SELECT id, name, email FROM "user" WHERE email = ${input.email.toLowerCase()}`;
    if (!user) {
      throw new AppError(
        "invalid_input",
        "Nobody has an account with this address. An owner can invite them by link.",
        {
          field: "email",
        },
      );
    }
    const [row] = await tx<[{ joinedAt: string }]>`
      INSERT INTO membership (project_id, user_id, role) VALUES (${scope.projectId}, ${user.id}, ${input.role})
      ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role
      RETURNING created_at AS joined_at`;
    await keepALead(tx, scope.projectId);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'member.set', ${user.email}, ${tx.json({ role: input.role })})`;
    return { userId: user.id, name: user.name, email: user.email, role: input.role, joinedAt: row.joinedAt };
  });
}

export async function removeMember(scope: ProjectScope, userId: string): Promise<boolean> {
  return sql().begin(async (tx) => {
    const { count } =
      await tx`DELETE FROM membership WHERE project_id = ${scope.projectId} AND user_id = ${userId}`;
    if (count === 0) return false;
    await keepALead(tx, scope.projectId);
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'member.remove', ${userId})`;
    return true;
  });
}

async function keepALead(tx: SqlTransaction, projectId: number): Promise<void> {
  await tx`SELECT FROM project WHERE id = ${projectId} FOR UPDATE`;
  const [row] = await tx`SELECT FROM membership WHERE project_id = ${projectId} AND role = 'lead' LIMIT 1`;
  if (!row)
    throw new AppError("conflict", "A project keeps at least one lead. Make someone else lead first.", {
      field: "role",
    });
}

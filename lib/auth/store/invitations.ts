import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Actor } from "#lib/context.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Invitation, Role } from "../contract.ts";
import { hashToken, newToken } from "../token.ts";

interface NewInvitation {
  makesOwner: boolean;
  project?: string | undefined;
  role?: Role | undefined;
  email?: string | undefined;
}

interface NewAccount {
  name: string;
  email: string;
  password: string;
}

const VALID_DAYS = 7;

/** While there is no owner: a fresh set-up token (older ones stop working). Null once there is one. */
export async function ensureSetupInvitation(): Promise<string | null> {
  return sql().begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext('lemma-setup'))`;
    if (await ownerExists(tx)) return null;
    await tx`DELETE FROM invitation WHERE makes_owner AND created_by_id IS NULL AND used_at IS NULL`;
    const token = newToken();
    await tx`INSERT INTO invitation (hash, makes_owner, expires_at)
      VALUES (${hashToken(token)}, true, now() + make_interval(days => ${VALID_DAYS}))`;
    return token;
  });
}

async function ownerExists(tx: SqlTransaction): Promise<boolean> {
  const [row] = await tx<{ found: boolean }[]>`SELECT EXISTS (SELECT FROM "user" WHERE is_owner) AS found`;
  return row?.found ?? false;
}

export async function hasOwner(): Promise<boolean> {
  return sql().begin(ownerExists);
}

export async function createInvitation(
  actor: Actor,
  input: NewInvitation,
): Promise<Invitation & { token: string }> {
  if ((input.project === undefined) !== (input.role === undefined)) {
    throw new AppError("invalid_input", "Name a project and a role together, or neither.", { field: "role" });
  }
  const token = newToken();
  await sql().begin(async (tx) => {
    const projectId = input.project === undefined ? null : await projectIdOf(tx, input.project);
    await tx`INSERT INTO invitation (hash, makes_owner, project_id, role, email, created_by_id, expires_at)
      VALUES (${hashToken(token)}, ${input.makesOwner}, ${projectId}, ${input.role ?? null},
        ${input.email?.toLowerCase() ?? null}, ${actor.userId}, now() + make_interval(days => ${VALID_DAYS}))`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
      VALUES (${projectId}, ${actor.userId}, 'invitation.create', ${input.email ?? "anyone with the link"})`;
  });
  return { ...(await openInvitation(token)), token };
}

async function projectIdOf(tx: SqlTransaction, slug: string): Promise<number> {
  const [row] = await tx<{ id: number }[]>`SELECT id FROM project WHERE slug = ${slug} AND bin_of_id IS NULL`;
  if (!row) throw new AppError("invalid_input", "There is no such project.", { field: "project" });
  return row.id;
}

interface InvitationRow {
  id: number;
  makesOwner: boolean;
  slug: string | null;
  projectName: string | null;
  role: Role | null;
  email: string | null;
  expiresAt: string;
}

function fromRow(row: InvitationRow): Invitation {
  const { id, makesOwner, slug, projectName, role, email, expiresAt } = row;
  const project = slug !== null && projectName !== null ? { slug, name: projectName } : null;
  return { id, makesOwner, project, role, email, expiresAt };
}

export async function listInvitations(): Promise<Invitation[]> {
  const rows = await sql()<InvitationRow[]>`
    SELECT invitation.id, makes_owner, project.slug, project.name AS project_name, role, email, expires_at
    FROM invitation LEFT JOIN project ON project.id = invitation.project_id
    WHERE used_at IS NULL AND expires_at > now() AND invitation.created_by_id IS NOT NULL
    ORDER BY invitation.id DESC`;
  return rows.map(fromRow);
}

export async function revokeInvitation(id: number): Promise<boolean> {
  const { count } = await sql()`DELETE FROM invitation WHERE id = ${id} AND used_at IS NULL`;
  return count > 0;
}

/** What a link invites to. An unknown, used or expired link is not_found. */
export async function openInvitation(token: string): Promise<Invitation> {
  const [row] = await sql()<InvitationRow[]>`
    SELECT invitation.id, makes_owner, project.slug, project.name AS project_name, role, email, expires_at
    FROM invitation LEFT JOIN project ON project.id = invitation.project_id
    WHERE hash = ${hashToken(token)} AND used_at IS NULL AND expires_at > now()`;
  if (!row) throw deadLink();
  return fromRow(row);
}

function deadLink(): AppError {
  return new AppError("not_found", "This link has been used or has expired. Ask an owner for a new one.");
}

/** Uses a link once: makes the account when one is given, gives the owner's mark or the project's role. */
export async function acceptInvitation(
  token: string,
  actor: Actor | null,
  account: NewAccount | undefined,
): Promise<{ project: string | null }> {
  if (!actor && !account) {
    throw new AppError("invalid_input", "Sign in, or give a name, an e-mail address and a password.", {
      field: "account",
    });
  }
  const password = account ? await hashPassword(account.password) : null;
  return sql().begin(async (tx) => {
    const [used] = await tx<
      { id: number; makesOwner: boolean; projectId: number | null; role: Role | null; email: string | null }[]
    >`
      UPDATE invitation SET used_at = now()
      WHERE hash = ${hashToken(token)} AND used_at IS NULL AND expires_at > now()
      RETURNING id, makes_owner, project_id, role, email`;
    if (!used) throw deadLink();
    const email = (account?.email ?? actor?.email ?? "").toLowerCase();
    if (used.email !== null && used.email !== email) {
      throw new AppError("forbidden", "This link is for another e-mail address.", { field: "email" });
    }
    const userId =
      account && password !== null ? await insertAccount(tx, { ...account, email, password }) : actor?.userId;
    if (userId === undefined) throw deadLink();
    await tx`UPDATE invitation SET used_by_id = ${userId} WHERE id = ${used.id}`;
    if (used.makesOwner) await tx`UPDATE "user" SET is_owner = true WHERE id = ${userId}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
      VALUES (${used.projectId}, ${userId}, 'invitation.accept', ${email})`;
    if (used.projectId === null || used.role === null) return { project: null };
    await tx`INSERT INTO membership (project_id, user_id, role) VALUES (${used.projectId}, ${userId}, ${used.role})
      ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role`;
    const [project] = await tx<{ slug: string }[]>`SELECT slug FROM project WHERE id = ${used.projectId}`;
    return { project: project?.slug ?? null };
  });
}

async function insertAccount(tx: SqlTransaction, account: NewAccount): Promise<string> {
  const id = randomUUID();
  const [user] =
    await tx`INSERT INTO "user" (id, name, email, updated_at) VALUES (${id}, ${account.name}, ${account.email}, now())
    ON CONFLICT (email) DO NOTHING RETURNING id`;
  if (!user) {
    throw new AppError(
      "conflict",
      "There is an account with this e-mail address. Sign in first, then open the link.",
      {
        field: "email",
      },
    );
  }
  await tx`INSERT INTO account (id, account_id, provider_id, user_id, password, updated_at)
    VALUES (${randomUUID()}, ${id}, 'credential', ${id}, ${account.password}, now())`;
  return id;
}

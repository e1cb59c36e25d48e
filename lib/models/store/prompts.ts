import type { ProjectScope } from "#lib/auth/scope.ts";
import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { PromptText } from "../request.ts";

/** A saved version of a prompt, from 1 on. Version 0 is built in and its room's own. */
export interface PromptVersion extends PromptText {
  purpose: string;
  version: number;
  by: string | null;
  at: string;
}

const select = (db: Sql | SqlTransaction, projectId: number) => db`
  SELECT purpose, version, system, "user", created_at AS at,
    (SELECT name FROM "user" WHERE "user".id = prompt.created_by_id) AS by
  FROM prompt WHERE project_id = ${projectId}`;

/** Saved versions, newest first: of one purpose, or of all. */
export async function listPrompts(scope: ProjectScope, purpose?: string): Promise<PromptVersion[]> {
  return sql()<PromptVersion[]>`
    ${select(sql(), scope.projectId)} ${purpose === undefined ? sql()`` : sql()`AND purpose = ${purpose}`}
    ORDER BY purpose, version DESC`;
}

/** One saved version; the newest where none is named. Null where there is none. */
export async function findPrompt(
  projectId: number,
  purpose: string,
  version: number | null,
): Promise<PromptVersion | null> {
  const [row] = await sql()<PromptVersion[]>`
    ${select(sql(), projectId)} AND purpose = ${purpose} ${version === null ? sql()`` : sql()`AND version = ${version}`}
    ORDER BY version DESC LIMIT 1`;
  return row ?? null;
}

/** Saves the version after `base`. A conflict where `base` isn't the newest any more. */
export async function savePrompt(
  scope: ProjectScope,
  input: PromptText & { purpose: string; base: number },
): Promise<PromptVersion> {
  const { purpose, base } = input;
  return sql().begin(async (tx) => {
    const { count } = await tx`
      INSERT INTO prompt (project_id, purpose, version, system, "user", created_by_id)
      SELECT ${scope.projectId}, ${purpose}, ${base + 1}, ${input.system}, ${input.user}, ${scope.actor.userId}
      WHERE ${base} = (SELECT coalesce(max(version), 0) FROM prompt
        WHERE project_id = ${scope.projectId} AND purpose = ${purpose})
      ON CONFLICT (project_id, purpose, version) DO NOTHING`;
    if (count === 0) {
      throw new AppError(
        "conflict",
        `Someone else has saved this prompt since version ${base}. Load the newest version and make your change there.`,
        { field: "base" },
      );
    }
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'prompt.save', ${purpose}, ${tx.json({ version: base + 1 })})`;
    const [row] = await tx<[PromptVersion]>`
      ${select(tx, scope.projectId)} AND purpose = ${purpose} AND version = ${base + 1}`;
    return row;
  });
}

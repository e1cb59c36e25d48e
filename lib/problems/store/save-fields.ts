import postgres from "postgres";
import type { SqlTransaction } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { ProblemFields } from "../contract.ts";

/** Identity of a text within a project, as imports compute it. */
export function hashOf(tx: SqlTransaction, text: string) {
  return tx`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
}

/** The project's sub-domain of this name, made where there is none. It stays until the transaction ends. */
export async function subdomainOf(
  tx: SqlTransaction,
  projectId: number,
  name: string | null,
): Promise<number | null> {
  if (name === null) return null;
  // Another transaction may make or remove it between the two statements; then the next round knows.
  for (;;) {
    const [found] = await tx<{ id: number }[]>`
      SELECT id FROM subdomain WHERE project_id = ${projectId} AND name = ${name} FOR KEY SHARE`;
    if (found) return found.id;
    const [made] = await tx<{ id: number }[]>`
      INSERT INTO subdomain (project_id, name) VALUES (${projectId}, ${name}) ON CONFLICT DO NOTHING RETURNING id`;
    if (made) return made.id;
  }
}

/**
 * Writes a problem's fields as its next version. The caller has locked its row. A conflict where another problem has
 * the text.
 */
export async function saveFields(
  tx: SqlTransaction,
  projectId: number,
  id: number,
  fields: ProblemFields,
): Promise<void> {
  const subdomainId = await subdomainOf(tx, projectId, fields.subdomain);
  await withOwnText(
    tx,
    projectId,
    fields.text,
    (own) => own`
    UPDATE problem SET text = ${fields.text}, text_hash = ${hashOf(own, fields.text)}, answer = ${fields.answer},
      solution = ${fields.solution}, subdomain_id = ${subdomainId}, difficulty = ${fields.difficulty},
      tags = ${fields.tags}::text[], source = ${fields.source}, split = ${fields.split},
      version = version + 1, updated_at = now()
    WHERE id = ${id} AND project_id = ${projectId}`,
  );
}

const UNIQUE_VIOLATION = "23505";

/**
 * Does a write of the text; where the project's constraints refuse it, that is a conflict in words. Only they know in
 * the end: another writer may have come first at the same moment.
 */
export async function withOwnText<T>(
  tx: SqlTransaction,
  projectId: number,
  text: string,
  write: (tx: SqlTransaction) => Promise<T>,
): Promise<T> {
  try {
    // postgres.js unwraps a list of promises, for which its type allows; what is written here is none.
    return (await tx.savepoint(write)) as T;
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== UNIQUE_VIOLATION) throw error;
    throw await textTaken(tx, projectId, text);
  }
}

/** Names the problem that has the text. */
export async function textTaken(tx: SqlTransaction, projectId: number, text: string): Promise<AppError> {
  const [other] = await tx<{ key: string }[]>`
    SELECT key FROM problem WHERE project_id = ${projectId} AND text_hash = ${hashOf(tx, text)}`;
  const message = other
    ? `Problem ${other.key} has exactly this statement. Change yours, or edit that one.`
    : "Another problem was given this statement or its id at the same moment. Try again.";
  return new AppError("conflict", message, { field: "text" });
}

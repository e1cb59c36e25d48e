import type { SqlTransaction } from "#lib/db.ts";

/**
 * One transaction at a time works on sets of a project's problems: merges, the bin, bulk edits. Whoever needs this
 * lock takes it before any lock on a problem. Writers that only refer to the project don't wait.
 */
export async function lockProject(tx: SqlTransaction, projectId: number): Promise<void> {
  await tx`SELECT FROM project WHERE id = ${projectId} FOR NO KEY UPDATE`;
}

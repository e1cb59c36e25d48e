import type { z } from "zod";
import type { SqlTransaction } from "#lib/db.ts";
import type { versionCause } from "../contract/history.ts";

export type VersionCause = z.infer<typeof versionCause>;

/** The fields of a `problem` that people edit, as `problemFields` has them. */
export function fieldsOf(tx: SqlTransaction) {
  return tx`jsonb_build_object(
    'text', problem.text, 'answer', problem.answer, 'solution', problem.solution,
    'subdomain', (SELECT name FROM subdomain WHERE subdomain.id = problem.subdomain_id),
    'difficulty', problem.difficulty, 'tags', to_jsonb(problem.tags), 'source', problem.source, 'split', problem.split)`;
}

/** What a version is from that nobody has written down: imports and runs make problems without doing so. */
export function unwrittenCause(tx: SqlTransaction) {
  return tx`CASE WHEN problem.version = 1 AND EXISTS (SELECT FROM candidate WHERE candidate.problem_id = problem.id)
    THEN 'generated' ELSE 'import' END`;
}

/** Before a change: writes down the version of each problem that is about to be the one before, where it isn't yet. */
export async function keepVersions(tx: SqlTransaction, ids: readonly number[]): Promise<void> {
  await tx`
    INSERT INTO problem_version (problem_id, version, fields, cause, created_at)
    SELECT id, version, ${fieldsOf(tx)}, ${unwrittenCause(tx)}, updated_at
    FROM problem WHERE id = ANY(${[...ids]}::int[]) ORDER BY id
    ON CONFLICT DO NOTHING`;
}

/** After a change that has counted each problem's version up: writes the new versions down. */
export async function writeVersions(
  tx: SqlTransaction,
  ids: readonly number[],
  by: { cause: VersionCause; authorId: string | null },
): Promise<void> {
  await tx`
    INSERT INTO problem_version (problem_id, version, fields, cause, author_id)
    SELECT id, version, ${fieldsOf(tx)}, ${by.cause}, ${by.authorId}
    FROM problem WHERE id = ANY(${[...ids]}::int[]) ORDER BY id`;
}

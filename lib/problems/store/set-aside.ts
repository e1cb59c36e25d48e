import type { SqlTransaction } from "#lib/db.ts";

/**
 * Makes room in a bin for problems that are on their way into it: what has the same text or id there, or a path of the
 * same id, gets `~` and its row number behind its keys and its text's hash, any number of times. A hash has no `~` of
 * its own, so it tells how much of that stands behind the problem's key and its paths' keys.
 */
export async function setAside(tx: SqlTransaction, binId: number, coming: readonly number[]): Promise<void> {
  const ids = [...coming];
  const rows = await tx<{ id: number }[]>`
    SELECT old.id FROM problem AS old JOIN problem AS new ON new.key = old.key
    WHERE old.project_id = ${binId} AND new.id = ANY(${ids}::int[])
    UNION
    SELECT old.id FROM problem AS old JOIN problem AS new ON new.text_hash = old.text_hash
    WHERE old.project_id = ${binId} AND new.id = ANY(${ids}::int[])
    UNION
    SELECT old.problem_id FROM path AS old JOIN path AS new ON new.key = old.key
    WHERE old.project_id = ${binId} AND new.problem_id = ANY(${ids}::int[])`;
  if (rows.length === 0) return;
  const aside = rows.map(({ id }) => id);
  await tx`UPDATE path SET key = key || '~' || id WHERE problem_id = ANY(${aside}::int[])`;
  await tx`UPDATE problem SET key = key || '~' || id, text_hash = text_hash || '~' || id WHERE id = ANY(${aside}::int[])`;
}

function suffixLength(tx: SqlTransaction) {
  return tx`(length(problem.text_hash) - length(split_part(problem.text_hash, '~', 1)))`;
}

/** The key that a `problem` of the bin had before it came there. */
export function givenKey(tx: SqlTransaction) {
  return tx`left(problem.key, length(problem.key) - ${suffixLength(tx)})`;
}

export function givenTextHash(tx: SqlTransaction) {
  return tx`split_part(problem.text_hash, '~', 1)`;
}

/** The key that a `path` had before its `problem` was set aside. */
export function givenPathKey(tx: SqlTransaction) {
  return tx`left(path.key, length(path.key)
    - ${suffixLength(tx)} / length('~' || problem.id) * length('~' || path.id))`;
}

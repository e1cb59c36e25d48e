import type { PendingQuery, Row } from "postgres";
import type { SqlTransaction } from "#lib/db.ts";

/** Characters of a key that is made from a path's content: `t-` and 16 digits. */
export const SHORT_KEY = 18;

/** The key that a path's content gives, with all its digits: an SQL expression over those of the two hashes. */
export function longKey(tx: SqlTransaction, textHash: PendingQuery<Row[]>, contentHash: PendingQuery<Row[]>) {
  return tx`'t-' || encode(sha256(convert_to(${textHash} || ${contentHash}, 'UTF8')), 'hex')`;
}

/**
 * A key for a new path of a problem, an SQL expression: the one that an import would make, or with all digits where
 * another path has taken that.
 */
export function ownKey(
  tx: SqlTransaction,
  { projectId, problem, hash }: { projectId: number; problem: number; hash: string },
) {
  return tx`(
    SELECT CASE
      WHEN EXISTS (SELECT FROM path WHERE project_id = ${projectId} AND key = left(name, ${SHORT_KEY})) THEN name
      ELSE left(name, ${SHORT_KEY}) END
    FROM (SELECT ${longKey(tx, tx`text_hash`, tx`${hash}::text`)} AS name FROM problem WHERE id = ${problem}) AS made)`;
}

import type { SqlTransaction } from "#lib/db.ts";

/**
 * After the reference answers of these problems have changed, in the same transaction: verdicts on their paths are
 * about another reference, so the paths are unchecked, and checks and verifications are due again. What running their
 * code and checking their arithmetic gave stays true, but they count as verified no longer.
 *
 * A check that read the old reference can't write it any more: it passes over a problem whose row is locked, and
 * afterwards finds another version.
 */
export async function uncheckPaths(tx: SqlTransaction, problemIds: readonly number[]): Promise<void> {
  if (problemIds.length === 0) return;
  await tx`
    UPDATE path SET verdict = NULL, verdict_method = NULL, verdict_reason = NULL, checked_at = NULL, verified_at = NULL
    WHERE problem_id = ANY(${[...problemIds]}::int[]) AND verdict IS NOT NULL`;
}

import type { SqlTransaction } from "#lib/db.ts";

/**
 * Brings a pair's decision and count in line with its standing judgements. The earliest of them decides, so one
 * that comes late, after somebody else's, is kept without changing what was decided. Skips decide nothing.
 * The caller holds the lock on the pair.
 */
export async function recount(tx: SqlTransaction, pairId: number): Promise<void> {
  await tx`
    UPDATE preference_pair SET (decided, decided_at, judgement_count) = (
      SELECT (array_agg(answer ORDER BY created_at, id))[1]::text::pair_outcome, min(created_at), count(*)
      FROM judgement WHERE pair_id = ${pairId} AND undone_at IS NULL AND answer <> 'skip'
    ) WHERE id = ${pairId}`;
}

import type { SqlTransaction } from "#lib/db.ts";
import { decide } from "../consensus.ts";
import type { QueueRow } from "./find-queue.ts";

/** A unit whose row the caller has locked. */
export interface LockedUnit {
  id: number;
  pairId: number | null;
  isGold: boolean;
  state: "open" | "done" | "disputed" | "settled" | "dropped";
}

/**
 * Brings a unit in line with its standing answers: how many there are, whether they agree, how many more are wanted,
 * and, of a pair, what was decided. Skips say nothing. What a lead has decided or dropped stays so.
 */
export async function recount(
  tx: SqlTransaction,
  { kind, overlap, extra }: Pick<QueueRow, "kind" | "overlap" | "extra">,
  unit: LockedUnit,
): Promise<void> {
  const rows = await tx<{ category: string }[]>`
    SELECT category FROM judgement
    WHERE unit_id = ${unit.id} AND undone_at IS NULL AND category IS NOT NULL ORDER BY created_at, id`;
  const decision = decide(
    rows.map(({ category }) => category),
    { kind, overlap, extra },
  );
  const isFinal = unit.state === "settled" || unit.state === "dropped";
  if (unit.isGold || isFinal) {
    await tx`UPDATE review_unit SET answered = ${rows.length}, open_slots = 0 WHERE id = ${unit.id}`;
  } else {
    await tx`
      UPDATE review_unit SET answered = ${rows.length}, wanted = ${decision.wanted}, state = ${decision.state}::unit_state,
        consensus = ${decision.consensus}, share = ${decision.share}::float
      WHERE id = ${unit.id}`;
    await refreshSlots(tx, [unit.id]);
  }
  if (unit.pairId === null) return;
  const isOpenStill = unit.state === "open" && decision.state === "open" && !unit.isGold;
  if (isOpenStill) await countAnswers(tx, unit.pairId);
  else await decidePair(tx, unit.pairId);
}

/** An answer more or less of a unit that isn't decided: nothing changes for its pair but their number. */
async function countAnswers(tx: SqlTransaction, pairId: number): Promise<void> {
  await tx`UPDATE preference_pair SET judgement_count = ${answersOfPair(tx, pairId)} WHERE id = ${pairId}`;
}

/** How many judgements of a pair stand, those of gold units left out: an SQL expression. */
function answersOfPair(tx: SqlTransaction, pairId: number) {
  return tx`(
    SELECT count(*)::int AS count FROM judgement LEFT JOIN review_unit AS unit ON unit.id = judgement.unit_id
    WHERE judgement.pair_id = ${pairId} AND undone_at IS NULL AND judgement.category IS NOT NULL AND unit.gold IS NULL)`;
}

/** How many reviewers may still take these units, whose rows the caller has locked. */
export async function refreshSlots(tx: SqlTransaction, unitIds: readonly number[]): Promise<void> {
  await tx`
    UPDATE review_unit AS unit SET open_slots = CASE
      WHEN state = 'open' AND gold IS NULL THEN greatest(0, wanted - answered
        - (SELECT count(*)::int FROM review_hold WHERE review_hold.unit_id = unit.id))
      ELSE 0 END
    WHERE id = ANY(${[...unitIds]}::int[])`;
}

/**
 * What people say of a pair: a lead's decision first, then the newest agreement of a queue, then, of a pair that is in
 * no queue, its earliest judgement. Judgements of gold units count for nobody.
 */
export async function decidePair(tx: SqlTransaction, pairId: number): Promise<void> {
  await tx`
    UPDATE preference_pair SET decided = said.outcome::pair_outcome,
      decided_at = CASE WHEN said.outcome IS NOT NULL THEN coalesce(said.at, clock_timestamp()) END,
      judgement_count = said.count
    FROM (
      SELECT coalesce(agreed.consensus, loose.answer) AS outcome, coalesce(agreed.at, loose.at) AS at,
        ${answersOfPair(tx, pairId)} AS count
      FROM (VALUES (1)) AS one LEFT JOIN LATERAL (
        SELECT consensus, coalesce(settled_at, (SELECT max(created_at) FROM judgement
          WHERE judgement.unit_id = unit.id AND undone_at IS NULL)) AS at
        FROM review_unit AS unit
        WHERE unit.pair_id = ${pairId} AND gold IS NULL AND state IN ('done', 'settled')
        ORDER BY state = 'settled' DESC, id DESC LIMIT 1
      ) AS agreed ON true LEFT JOIN LATERAL (
        SELECT answer::text, created_at AS at FROM judgement
        WHERE pair_id = ${pairId} AND unit_id IS NULL AND undone_at IS NULL AND answer <> 'skip'
        ORDER BY created_at, id LIMIT 1
      ) AS loose ON true
    ) AS said
    WHERE preference_pair.id = ${pairId}`;
}

import type { SqlTransaction } from "#lib/db.ts";
import type { QueueRow } from "./find-queue.ts";
import { type LockedUnit, recount } from "./recount.ts";

/** Brings a queue's units in line with its settings: those with answers one by one, the others at once. */
export async function recountQueue(tx: SqlTransaction, queueId: number): Promise<void> {
  const [queue] = await tx<Pick<QueueRow, "kind" | "overlap" | "extra">[]>`
    SELECT kind, overlap, extra FROM review_queue WHERE id = ${queueId}`;
  if (!queue) return;
  const answered = await tx<LockedUnit[]>`
    SELECT id, pair_id, gold IS NOT NULL AS is_gold, state FROM review_unit
    WHERE queue_id = ${queueId} AND answered > 0 AND gold IS NULL AND state IN ('open', 'done', 'disputed')
    ORDER BY id FOR UPDATE`;
  for (const unit of answered) await recount(tx, queue, unit);
  await tx`
    UPDATE review_unit AS unit SET wanted = ${queue.overlap}, open_slots = greatest(0, ${queue.overlap}
      - (SELECT count(*)::int FROM review_hold WHERE review_hold.unit_id = unit.id))
    WHERE queue_id = ${queueId} AND answered = 0 AND gold IS NULL AND state = 'open'`;
}

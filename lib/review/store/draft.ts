import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { AnswerDraft } from "../contract.ts";
import { findQueue, lockReviewer } from "./find-queue.ts";
import { refreshSlots } from "./recount.ts";

/**
 * Keeps what is begun of an answer, and renews the lease. Where the lease has ended nothing is kept here, and null says
 * so: the answer can be sent all the same.
 */
export async function keepDraft(
  scope: ProjectScope,
  input: { queue: number; unit: number; draft: AnswerDraft },
): Promise<{ leaseUntil: string | null }> {
  const queue = await findQueue(scope, input.queue);
  const [row] = await sql()<{ until: string }[]>`
    WITH mine AS (
      UPDATE review_hold SET until = now() + make_interval(mins => ${queue.leaseMinutes})
      WHERE unit_id = ${input.unit} AND reviewer_id = ${scope.actor.userId} AND queue_id = ${queue.id} RETURNING unit_id, until
    ), kept AS (
      INSERT INTO review_draft (unit_id, reviewer_id, draft)
      SELECT unit_id, ${scope.actor.userId}, ${JSON.stringify(input.draft)}::jsonb FROM mine
      ON CONFLICT (unit_id, reviewer_id) DO UPDATE SET draft = excluded.draft, at = now()
    )
    SELECT until FROM mine`;
  return { leaseUntil: row?.until ?? null };
}

/** Gives back all units of a queue that the caller holds; drafts stay for when they come back. */
export async function releaseUnits(scope: ProjectScope, queueId: number): Promise<{ released: number }> {
  const queue = await findQueue(scope, queueId);
  const reviewerId = scope.actor.userId;
  return sql().begin(async (tx) => {
    await lockReviewer(tx, queue.id, reviewerId);
    const held = await tx<{ id: number }[]>`
      SELECT unit.id FROM review_unit AS unit JOIN review_hold AS hold ON hold.unit_id = unit.id
      WHERE hold.queue_id = ${queue.id} AND hold.reviewer_id = ${reviewerId} ORDER BY unit.id FOR UPDATE OF unit`;
    const ids = held.map(({ id }) => id);
    await tx`DELETE FROM review_hold WHERE unit_id = ANY(${ids}::int[]) AND reviewer_id = ${reviewerId}`;
    await refreshSlots(tx, ids);
    return { released: ids.length };
  });
}

import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { QueueOrder, SkipPolicy } from "../contract/queues.ts";
import type { TaskKind } from "../contract.ts";

/** A queue as its work needs it. */
export interface QueueRow {
  id: number;
  kind: TaskKind;
  overlap: number;
  extra: number;
  order: QueueOrder;
  skipPolicy: SkipPolicy;
  goldShare: number;
  hidesVerdict: boolean;
  leaseMinutes: number;
  /** It is open, and its deadline hasn't passed. */
  isOpen: boolean;
}

/** The project's queue. AppError where there is none. */
export async function findQueue({ projectId }: ProjectScope, id: number): Promise<QueueRow> {
  const [row] = await sql()<QueueRow[]>`
    SELECT id, kind, overlap, extra, "order", skip_policy, gold_share, hides_verdict, lease_minutes,
      state = 'open' AND (deadline IS NULL OR deadline > now()) AS is_open
    FROM review_queue WHERE id = ${id} AND project_id = ${projectId}`;
  if (!row) throw notFound("queue");
  return row;
}

/** One thing at a time for each reviewer of a queue: two open tabs hold the same units, not twice as many. */
export async function lockReviewer(tx: SqlTransaction, queueId: number, reviewerId: string): Promise<void> {
  await tx`SELECT pg_advisory_xact_lock(${queueId}, hashtext(${reviewerId}))`;
}

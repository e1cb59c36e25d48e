import type { PendingQuery, Row } from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import type { ReviewProgress } from "../contract/work.ts";
import type { ReviewUnit } from "../contract.ts";
import { goldDue } from "../gold-due.ts";
import { findQueue, lockReviewer, type QueueRow } from "./find-queue.ts";
import { readProgress } from "./progress.ts";
import { readHeld } from "./read-unit.ts";
import { reclaim } from "./reclaim.ts";

/**
 * The caller's next units: first those that the caller holds already, with their leases renewed, then fresh ones up to
 * `count`, now and then a gold one. A paused or closed queue gives out nothing. No unit is held by more than it wants
 * answers, and by nobody twice.
 */
export async function nextUnits(
  scope: ProjectScope,
  input: { queue: number; count: number },
): Promise<{ units: ReviewUnit[]; progress: ReviewProgress }> {
  const queue = await findQueue(scope, input.queue);
  if (queue.isOpen) {
    await reclaim(queue.id);
    await sql().begin(async (tx) => {
      await lockReviewer(tx, queue.id, scope.actor.userId);
      const held = await renew(tx, scope, queue);
      if (held < input.count) await takeFresh(tx, scope, queue, input.count - held);
    });
  }
  const [units, progress] = await Promise.all([readHeld(scope, queue), readProgress(scope, queue)]);
  return { units, progress };
}

async function renew(tx: SqlTransaction, { actor }: ProjectScope, queue: QueueRow): Promise<number> {
  const { count } = await tx`
    UPDATE review_hold SET until = now() + make_interval(mins => ${queue.leaseMinutes})
    WHERE queue_id = ${queue.id} AND reviewer_id = ${actor.userId}`;
  return count;
}

async function takeFresh(
  tx: SqlTransaction,
  scope: ProjectScope,
  queue: QueueRow,
  count: number,
): Promise<void> {
  const gold = queue.goldShare > 0 && goldDue(await mineSoFar(tx, scope, queue), queue.goldShare) ? 1 : 0;
  let left = count - (gold === 0 ? 0 : await hold(tx, scope, queue, goldUnits(scope, queue, 1)));
  const from = await bookmark(tx, scope, queue);
  for (const candidates of [
    (limit: number) => openUnits(scope, queue, { after: from, limit }),
    (limit: number) => openUnits(scope, queue, { upTo: from, limit }),
  ]) {
    if (left > 0) left -= await hold(tx, scope, queue, candidates(left));
  }
  if (left === count && queue.skipPolicy === "me") {
    await hold(tx, scope, queue, skippedUnits(scope, queue, count));
  }
}

/** Takes leases on the candidates, which the statement locks, and says how many. */
async function hold(
  tx: SqlTransaction,
  { actor }: ProjectScope,
  queue: QueueRow,
  candidates: PendingQuery<Row[]>,
): Promise<number> {
  const { count } = await tx`
    WITH candidate AS MATERIALIZED (${candidates}), held AS (
      INSERT INTO review_hold (unit_id, reviewer_id, queue_id, until)
      SELECT id, ${actor.userId}, ${queue.id}, now() + make_interval(mins => ${queue.leaseMinutes}) FROM candidate
      RETURNING unit_id
    )
    UPDATE review_unit AS unit SET open_slots = greatest(0, open_slots - 1)
    FROM held WHERE unit.id = held.unit_id`;
  return count;
}

/** A place in a queue. */
export interface Place {
  position: number;
  id: number;
}

/**
 * Where the caller's work goes on: after the unit answered last, so that what is done isn't looked through again. In a
 * queue of random order everybody begins somewhere else, and goes round.
 */
async function bookmark(tx: SqlTransaction, { actor }: ProjectScope, queue: QueueRow): Promise<Place> {
  const [last] = await tx<Place[]>`
    SELECT unit.position, unit.id FROM judgement JOIN review_unit AS unit ON unit.id = judgement.unit_id
    WHERE judgement.queue_id = ${queue.id} AND judgement.reviewer_id = ${actor.userId} AND unit.gold IS NULL
    ORDER BY judgement.created_at DESC LIMIT 1`;
  if (last) return last;
  if (queue.order !== "random") return { position: Number.NEGATIVE_INFINITY, id: 0 };
  const [start] = await tx<[{ position: number }]>`
    SELECT (hashtext(${`${queue.id}/${actor.userId}`}) & 2147483647) / 2147483648.0::float AS position`;
  return { position: start.position, id: 0 };
}

/** Served by the index review_unit_open_idx; take.test.ts reads its plan. */
export function openUnits(
  { actor }: ProjectScope,
  queue: Pick<QueueRow, "id">,
  { after, upTo, limit }: { after?: Place; upTo?: Place; limit: number },
): PendingQuery<Row[]> {
  const place = after ?? upTo ?? { position: Number.NEGATIVE_INFINITY, id: 0 };
  const edge = sql()`(${place.position}::float8, ${place.id}::int)`;
  return sql()`
    SELECT unit.id FROM review_unit AS unit
    WHERE unit.queue_id = ${queue.id} AND unit.open_slots > 0 AND unit.gold IS NULL
      AND ${upTo ? sql()`(unit.position, unit.id) <= ${edge}` : sql()`(unit.position, unit.id) > ${edge}`}
      AND ${isNew(actor.userId)}
    ORDER BY unit.position, unit.id LIMIT ${limit} FOR UPDATE OF unit SKIP LOCKED`;
}

/** The caller has neither answered nor skipped the unit, and doesn't hold it. */
function isNew(reviewerId: string) {
  return sql()`
    NOT EXISTS (SELECT FROM judgement WHERE judgement.unit_id = unit.id AND judgement.reviewer_id = ${reviewerId}
      AND judgement.undone_at IS NULL)
    AND NOT EXISTS (SELECT FROM review_hold WHERE review_hold.unit_id = unit.id
      AND review_hold.reviewer_id = ${reviewerId})`;
}

function goldUnits({ actor }: ProjectScope, queue: QueueRow, limit: number): PendingQuery<Row[]> {
  return sql()`
    SELECT unit.id FROM review_unit AS unit
    WHERE unit.queue_id = ${queue.id} AND unit.gold IS NOT NULL AND unit.state = 'open' AND ${isNew(actor.userId)}
    ORDER BY hashtext(unit.id || '/' || ${actor.userId}), unit.id LIMIT ${limit} FOR UPDATE OF unit SKIP LOCKED`;
}

/** What the caller has skipped, longest ago first. */
function skippedUnits({ actor }: ProjectScope, queue: QueueRow, limit: number): PendingQuery<Row[]> {
  return sql()`
    SELECT unit.id FROM judgement JOIN review_unit AS unit ON unit.id = judgement.unit_id
    WHERE judgement.queue_id = ${queue.id} AND judgement.reviewer_id = ${actor.userId} AND judgement.answer = 'skip'
      AND judgement.undone_at IS NULL AND unit.open_slots > 0
      AND NOT EXISTS (SELECT FROM review_hold WHERE review_hold.unit_id = unit.id
        AND review_hold.reviewer_id = ${actor.userId})
    ORDER BY judgement.created_at, unit.id LIMIT ${limit} FOR UPDATE OF unit SKIP LOCKED`;
}

/** How many units of the queue the caller has answered or holds, and how many of these are gold. */
async function mineSoFar(tx: SqlTransaction, { actor }: ProjectScope, queue: QueueRow) {
  const [row] = await tx<[{ all: number; gold: number }]>`
    SELECT count(*)::int AS "all", count(unit.gold)::int AS gold FROM (
      SELECT unit_id FROM judgement WHERE queue_id = ${queue.id} AND reviewer_id = ${actor.userId} AND undone_at IS NULL
      UNION SELECT unit_id FROM review_hold WHERE queue_id = ${queue.id} AND reviewer_id = ${actor.userId}
    ) AS mine JOIN review_unit AS unit ON unit.id = mine.unit_id`;
  return row;
}

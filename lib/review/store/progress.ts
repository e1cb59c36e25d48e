import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { ReviewProgress } from "../contract/work.ts";
import { pacePerHour } from "../pace.ts";
import { type PacedAnswer, paceWarning } from "../pace-warning.ts";
import type { QueueRow } from "./find-queue.ts";
import { newestAnswers } from "./newest-answers.ts";

/** As many of the newest answers tell the pace; they cover an hour of anyone who takes 18 seconds for each. */
const PACE_ANSWERS = 200;
/** Of a larger queue the counts are a second old at most, rather than counted with every answer. */
const COUNTED_EACH_TIME = 2000;
const KEPT_MS = 1000;

interface Counts {
  open: number;
  answered: number;
}

const kept = new Map<number, { at: number; counts: Counts }>();

/** How far a queue is, and how much of it is the caller's. A skip is no answer here. */
export async function readProgress(
  scope: ProjectScope,
  queue: Pick<QueueRow, "id">,
): Promise<ReviewProgress> {
  const [counts, mine] = await Promise.all([countsOf(queue.id), mineOf(scope, queue.id)]);
  const { times, last, count } = mine;
  return { ...counts, mine: count, minePerHour: pacePerHour(times), warning: paceWarning(last) };
}

async function countsOf(queueId: number): Promise<Counts> {
  const known = kept.get(queueId);
  if (known && Date.now() - known.at < KEPT_MS) return known.counts;
  const [row] = await sql()<[Counts & { units: number }]>`
    SELECT count(*)::int AS units, coalesce(sum(answered), 0)::int AS answered,
      coalesce(sum(greatest(0, wanted - answered)) FILTER (WHERE state = 'open'), 0)::int AS open
    FROM review_unit WHERE queue_id = ${queueId} AND gold IS NULL`;
  const { units, ...counts } = row;
  if (units > COUNTED_EACH_TIME) kept.set(queueId, { at: Date.now(), counts });
  return counts;
}

async function mineOf(
  { actor }: ProjectScope,
  queueId: number,
): Promise<{ count: number; times: number[]; last: PacedAnswer[] }> {
  const mine = sql()`judgement.queue_id = ${queueId} AND judgement.reviewer_id = ${actor.userId}
    AND judgement.undone_at IS NULL AND judgement.category IS NOT NULL`;
  const [row] = await sql()<[{ count: number; times: number[]; last: PacedAnswer[] }]>`
    SELECT (SELECT count(*)::int FROM judgement WHERE ${mine}) AS count,
      ARRAY(SELECT (extract(epoch FROM created_at) * 1000)::float8 FROM judgement WHERE ${mine}
        ORDER BY created_at DESC LIMIT ${PACE_ANSWERS}) AS times,
      ${newestAnswers(queueId, sql()`${actor.userId}`)} AS last`;
  return row;
}

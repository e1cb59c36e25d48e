import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { ReviewProgress } from "../contract/work.ts";
import type { QueueRow } from "./find-queue.ts";
import { answersOf, paceOf } from "./pace-of.ts";

/** Of a larger queue the counts are a second old at most, rather than counted with every answer. */
const COUNTED_EACH_TIME = 2000;
const KEPT_MS = 1000;

interface Counts {
  units: number;
  open: number;
  answered: number;
}

const large = new Map<number, { at: number; counts: Promise<Counts> }>();

/** How far a queue is, and how much of it is the caller's. A skip is no answer here. */
export async function readProgress(
  scope: ProjectScope,
  queue: Pick<QueueRow, "id">,
): Promise<ReviewProgress> {
  const reviewer = { queueId: queue.id, reviewerId: scope.actor.userId };
  const [{ open, answered }, mine, pace] = await Promise.all([
    countsOf(queue.id),
    answersOf(reviewer),
    paceOf(reviewer),
  ]);
  return { open, answered, mine, ...pace };
}

/** Whoever asks while a large queue is being counted gets that count: hundreds may ask at once. */
async function countsOf(queueId: number): Promise<Counts> {
  const known = large.get(queueId);
  if (known && Date.now() - known.at < KEPT_MS) return known.counts;
  const counting = { at: Date.now(), counts: count(queueId) };
  if (known) large.set(queueId, counting);
  const counts = await counting.counts;
  if (counts.units > COUNTED_EACH_TIME) large.set(queueId, counting);
  else large.delete(queueId);
  return counts;
}

async function count(queueId: number): Promise<Counts> {
  const [row] = await sql()<[Counts]>`
    SELECT count(*)::int AS units, coalesce(sum(answered), 0)::int AS answered,
      coalesce(sum(greatest(0, wanted - answered)) FILTER (WHERE state = 'open'), 0)::int AS open
    FROM review_unit WHERE queue_id = ${queueId} AND gold IS NULL`;
  return row;
}

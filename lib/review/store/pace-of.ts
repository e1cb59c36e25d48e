import { sql } from "#lib/db.ts";
import type { ReviewProgress } from "../contract/work.ts";
import { pacePerHour } from "../pace.ts";
import { type PacedAnswer, paceWarning } from "../pace-warning.ts";
import { newestAnswers } from "./newest-answers.ts";

/** A reviewer of a queue. */
interface Reviewer {
  queueId: number;
  reviewerId: string;
}

/** As many of the newest answers tell the pace; they cover an hour of anyone who takes 18 seconds for each. */
const PACE_ANSWERS = 200;
/** A pace needn't be newer than this: it is told with every answer, and costs more than all the rest of one. */
const KEPT_MS = 5000;
const MOST_KEPT = 10_000;

type Pace = Pick<ReviewProgress, "minePerHour" | "warning">;

const kept = new Map<string, { at: number; answers: number; pace: Pace }>();

const standing = ({ queueId, reviewerId }: Reviewer) => sql()`
  queue_id = ${queueId} AND reviewer_id = ${reviewerId} AND undone_at IS NULL AND category IS NOT NULL`;

export async function answersOf(reviewer: Reviewer): Promise<number> {
  const [row] = await sql()<[{ count: number }]>`
    SELECT count(*)::int AS count FROM judgement WHERE ${standing(reviewer)}`;
  return row.count;
}

/** A reviewer's pace, and whether it looks as if answers weren't read. */
export async function paceOf(reviewer: Reviewer): Promise<Pace> {
  const key = `${reviewer.queueId}/${reviewer.reviewerId}`;
  const known = kept.get(key);
  if (known && known.answers >= PACE_ANSWERS / 10 && Date.now() - known.at < KEPT_MS) return known.pace;
  const [row] = await sql()<[{ times: number[]; newest: PacedAnswer[] }]>`
    SELECT ARRAY(SELECT (extract(epoch FROM created_at) * 1000)::float8 FROM judgement WHERE ${standing(reviewer)}
        ORDER BY created_at DESC LIMIT ${PACE_ANSWERS}) AS times,
      ${newestAnswers(reviewer.queueId, sql()`${reviewer.reviewerId}`)} AS newest`;
  const pace = { minePerHour: pacePerHour(row.times), warning: paceWarning(row.newest) };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { at: Date.now(), answers: row.times.length, pace });
  return pace;
}

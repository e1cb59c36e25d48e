import type { PendingQuery, Row } from "postgres";
import { sql } from "#lib/db.ts";

const WARNED_OF = 30;

/** A reviewer's newest standing answers in a queue as JSON, newest first, as `paceWarning` reads them: an SQL expression. */
export function newestAnswers(queueId: number, reviewer: PendingQuery<Row[]>): PendingQuery<Row[]> {
  return sql()`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('seconds', seconds, 'side', side, 'characters', characters)
      ORDER BY created_at DESC), '[]')
    FROM (
      SELECT recent.created_at, recent.seconds,
        (SELECT coalesce(sum(octet_length(path.segments::text)), 0)::int FROM path WHERE path.id = ANY(recent.shown))
          AS characters,
        CASE WHEN recent.answer IN ('first', 'second')
          THEN CASE WHEN (recent.answer = 'first') = (recent.left_id = asked.path_ids[1]) THEN 'left' ELSE 'right' END
        END AS side
      FROM judgement AS recent JOIN review_unit AS asked ON asked.id = recent.unit_id
      WHERE recent.queue_id = ${queueId} AND recent.reviewer_id = ${reviewer} AND recent.undone_at IS NULL
        AND recent.category IS NOT NULL
      ORDER BY recent.created_at DESC LIMIT ${WARNED_OF}) AS newest)`;
}

import type { PendingQuery, Row } from "postgres";
import { sql } from "#lib/db.ts";

const WARNED_OF = 30;
/** Only of so many does the pace count, so only their texts are measured. */
const MEASURED = 10;

/** A reviewer's newest standing answers in a queue as JSON, newest first, as `paceWarning` reads them: an SQL expression. */
export function newestAnswers(queueId: number, reviewer: PendingQuery<Row[]>): PendingQuery<Row[]> {
  return sql()`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('seconds', seconds, 'side', side, 'characters', characters)
      ORDER BY created_at DESC), '[]')
    FROM (
      SELECT recent.created_at, recent.seconds,
        CASE WHEN row_number() OVER (ORDER BY recent.created_at DESC) <= ${MEASURED} THEN
          (SELECT coalesce(sum(octet_length(path.segments::text)), 0)::int FROM path WHERE path.id = ANY(recent.shown))
        ELSE 0 END AS characters,
        CASE WHEN recent.answer IN ('first', 'second')
          THEN CASE WHEN (recent.answer = 'first') = (recent.left_id = asked.path_ids[1]) THEN 'left' ELSE 'right' END
        END AS side
      FROM (
        SELECT * FROM judgement WHERE queue_id = ${queueId} AND reviewer_id = ${reviewer} AND undone_at IS NULL
          AND category IS NOT NULL
        ORDER BY created_at DESC LIMIT ${WARNED_OF}
      ) AS recent JOIN review_unit AS asked ON asked.id = recent.unit_id) AS newest)`;
}

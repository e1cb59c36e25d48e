import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { WorkQueue } from "../contract/work.ts";

/** Queues that a reviewer can work on, those with most to do first; closed ones once the reviewer has answered in them. */
export async function workQueues({ projectId, actor }: ProjectScope): Promise<WorkQueue[]> {
  return sql()<WorkQueue[]>`
    SELECT queue.id, name, kind, instructions, queue.state, hides_verdict, target, deadline,
      coalesce(units.open, 0) AS open, coalesce(units.answered, 0) AS answered, mine.count AS mine
    FROM review_queue AS queue
    LEFT JOIN LATERAL (
      SELECT sum(answered)::int AS answered,
        coalesce(sum(greatest(0, wanted - answered)) FILTER (WHERE state = 'open'), 0)::int AS open
      FROM review_unit WHERE queue_id = queue.id AND gold IS NULL
    ) AS units ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM judgement
      WHERE queue_id = queue.id AND reviewer_id = ${actor.userId} AND undone_at IS NULL AND category IS NOT NULL
    ) AS mine
    WHERE queue.project_id = ${projectId} AND (queue.state <> 'closed' OR mine.count > 0)
    ORDER BY queue.state, units.open DESC NULLS LAST, queue.id`;
}

import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { ReviewProgress } from "../contract.ts";
import { pacePerHour } from "../pace.ts";

/** As many of the newest judgements tell the pace; they cover an hour of anyone who takes 18 seconds for each. */
const PACE_JUDGEMENTS = 200;

/** How far the project's review is, and how much of it is the caller's. A skip is no judgement here. */
export async function readProgress(scope: ProjectScope): Promise<ReviewProgress> {
  const mine = sql()`judgement.project_id = ${scope.projectId} AND judgement.reviewer_id = ${scope.actor.userId}
    AND judgement.undone_at IS NULL AND judgement.answer <> 'skip'`;
  const [row] = await sql()<[{ open: number; judged: number; mine: number; times: number[] }]>`
    SELECT pairs.open, pairs.judged, (SELECT count(*)::int FROM judgement WHERE ${mine}) AS mine,
      ARRAY(SELECT (extract(epoch FROM created_at) * 1000)::float8 FROM judgement WHERE ${mine}
        ORDER BY created_at DESC LIMIT ${PACE_JUDGEMENTS}) AS times
    FROM (
      SELECT (count(*) FILTER (WHERE decided IS NULL))::int AS open, count(decided)::int AS judged
      FROM preference_pair WHERE project_id = ${scope.projectId}
    ) AS pairs`;
  return { open: row.open, judged: row.judged, mine: row.mine, minePerHour: pacePerHour(row.times) };
}

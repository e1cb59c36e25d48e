import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import type { DropReason, SelectionCounts } from "../contract.ts";

/** What a selection's rows come to. */
export async function selectionCountsOf(
  selectionId: number,
  db: Sql | SqlTransaction = sql(),
): Promise<SelectionCounts> {
  const [[whole], dropped] = await Promise.all([
    db<[Omit<SelectionCounts, "dropped">]>`
      SELECT count(*)::int AS problems, (count(*) FILTER (WHERE kept > 0))::int AS covered,
        coalesce(sum(paths), 0)::int AS considered, coalesce(sum(kept), 0)::int AS kept,
        avg(narrow) FILTER (WHERE kept > 1) AS mean_distance
      FROM (
        SELECT problem_id, count(*) AS paths, count(*) FILTER (WHERE kept) AS kept, min(distance) FILTER (WHERE kept) AS narrow
        FROM selection_path WHERE selection_id = ${selectionId} GROUP BY problem_id
      ) AS problem`,
    db<{ reason: DropReason; count: number }[]>`
      SELECT reason, count(*)::int AS count FROM selection_path
      WHERE selection_id = ${selectionId} AND NOT kept GROUP BY reason ORDER BY reason`,
  ]);
  return { ...whole, dropped: Object.fromEntries(dropped.map(({ reason, count }) => [reason, count])) };
}

import { type Sql, type SqlTransaction, sql } from "#lib/db.ts";
import type { FrozenRow } from "../export-lines.ts";

const BATCH_ROWS = 100;

/**
 * The rows of a version in order. They are read batch by batch as they are asked for, each by a short statement of
 * its own, so that a slow reader holds no connection and one who goes away leaves none behind.
 */
export async function* frozenRows(
  versionId: number,
  db: Sql | SqlTransaction = sql(),
): AsyncGenerator<FrozenRow, void, undefined> {
  let after = 0;
  for (;;) {
    const rows = await db<{ position: number; data: FrozenRow }[]>`
      SELECT position, data FROM dataset_row WHERE version_id = ${versionId} AND position > ${after}
      ORDER BY position LIMIT ${BATCH_ROWS}`;
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
    for (const { data } of rows) yield data;
  }
}

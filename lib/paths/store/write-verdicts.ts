import { sql } from "#lib/db.ts";
import { type FoundVerdict, foundColumns, foundRow, stillCurrent, verdictFromCurrent } from "./found-rows.ts";

/**
 * Writes what checking found, and returns the ids it has written. Paths whose problem has changed meanwhile, or is
 * being changed, are left as they are, and so are those that have been verified meanwhile.
 */
export async function writeVerdicts(
  projectId: number,
  checked: readonly FoundVerdict[],
): Promise<ReadonlySet<number>> {
  const rows = checked.map(foundRow);
  const written = await sql()<{ id: number }[]>`
    WITH found AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(${foundColumns()})
    ), current AS MATERIALIZED (${stillCurrent(projectId)})
    UPDATE path SET ${verdictFromCurrent()}
    FROM current
    WHERE path.id = current.id AND path.project_id = ${projectId} AND path.verified_at IS NULL
    RETURNING path.id`;
  return new Set(written.map(({ id }) => id));
}

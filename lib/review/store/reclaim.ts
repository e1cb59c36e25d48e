import { sql } from "#lib/db.ts";
import { refreshSlots } from "./recount.ts";

const AT_ONCE = 100;

/**
 * Gives units back whose lease has ended. Whoever changes the holds of a unit has its row locked, so the count of what
 * is free is always exact; what somebody else has locked is left for the next time.
 */
export async function reclaim(queueId: number): Promise<void> {
  const ended = await sql()<{ unitId: number }[]>`
    SELECT unit_id FROM review_hold WHERE queue_id = ${queueId} AND until < now() LIMIT ${AT_ONCE}`;
  if (ended.length === 0) return;
  await sql().begin(async (tx) => {
    const locked = await tx<{ id: number }[]>`
      SELECT id FROM review_unit WHERE id = ANY(${ended.map(({ unitId }) => unitId)}::int[])
      ORDER BY id FOR UPDATE SKIP LOCKED`;
    const ids = locked.map(({ id }) => id);
    await tx`DELETE FROM review_hold WHERE unit_id = ANY(${ids}::int[]) AND until < now()`;
    await refreshSlots(tx, ids);
  });
}

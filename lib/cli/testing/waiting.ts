import { sql } from "#lib/db.ts";

/** Ends when so many of the database's sessions wait for a lock that another one holds. */
export async function untilWaiting(sessions = 1): Promise<void> {
  for (;;) {
    const [{ waiting }] = await sql()<[{ waiting: number }]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (waiting >= sessions) return;
  }
}

import { sql } from "#lib/db.ts";

/** Which of these hosts an owner lets models be on. */
export async function leavesAmong(hosts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql()<{ host: string }[]>`SELECT host FROM allowed_host WHERE host = ANY(${[...hosts]})`;
  return new Set(rows.map(({ host }) => host));
}

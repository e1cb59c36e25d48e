import { sql } from "#lib/db.ts";
import type { Person } from "../contract.ts";

export async function listPeople(): Promise<(Person & { createdAt: string; projects: number })[]> {
  return sql()<(Person & { createdAt: string; projects: number })[]>`
    SELECT id, name, email, is_owner, created_at,
      (SELECT count(*)::int FROM membership WHERE membership.user_id = "user".id) AS projects
    FROM "user" ORDER BY created_at, id`;
}

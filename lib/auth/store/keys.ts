import type { Actor } from "#lib/context.ts";
import { sql } from "#lib/db.ts";
import type { ApiKey } from "../contract.ts";
import { hashToken, newToken } from "../token.ts";

export async function listKeys(actor: Actor): Promise<ApiKey[]> {
  return sql()<ApiKey[]>`
    SELECT id, name, hint, created_at, last_used_at FROM api_key WHERE user_id = ${actor.userId} ORDER BY id DESC`;
}

/** The key is returned this once; only its hash is kept. */
export async function createKey(actor: Actor, name: string): Promise<ApiKey & { key: string }> {
  const key = newToken("lemma_");
  const [row] = await sql()<[ApiKey]>`
    INSERT INTO api_key (user_id, name, hash, hint)
    VALUES (${actor.userId}, ${name}, ${hashToken(key)}, ${key.slice(0, 12)})
    RETURNING id, name, hint, created_at, last_used_at`;
  return { ...row, key };
}

export async function revokeKey(actor: Actor, id: number): Promise<boolean> {
  const { count } = await sql()`DELETE FROM api_key WHERE id = ${id} AND user_id = ${actor.userId}`;
  return count > 0;
}

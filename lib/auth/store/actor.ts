import type { Actor } from "#lib/context.ts";
import { sql } from "#lib/db.ts";
import { signIn } from "../sign-in.ts";
import { hashToken } from "../token.ts";

const KEY_PREFIX = "lemma_";

/** The person behind a request: an API key in `Authorization: Bearer …`, else the session cookie. */
export async function actorOf(headers: Headers): Promise<Actor | null> {
  const bearer = headers.get("authorization")?.match(/^Bearer\s+(\S+)$/i)?.[1];
  return bearer ? actorOfKey(bearer) : actorOfSession(headers);
}

async function actorOfKey(key: string): Promise<Actor | null> {
  if (!key.startsWith(KEY_PREFIX)) return null;
  const [row] = await sql()<{ id: string; name: string; email: string; isOwner: boolean }[]>`
    UPDATE api_key SET last_used_at = now() FROM "user"
    WHERE api_key.hash = ${hashToken(key)} AND "user".id = api_key.user_id
    RETURNING "user".id, "user".name, "user".email, "user".is_owner`;
  return row ? { userId: row.id, name: row.name, email: row.email, isOwner: row.isOwner, by: "key" } : null;
}

async function actorOfSession(headers: Headers): Promise<Actor | null> {
  if (!headers.has("cookie")) return null;
  const session = await signIn().api.getSession({ headers });
  if (!session) return null;
  const { id, name, email, isOwner } = session.user;
  return { userId: id, name, email, isOwner: isOwner === true, by: "session" };
}

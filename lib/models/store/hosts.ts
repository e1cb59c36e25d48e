import type { z } from "zod";
import type { Actor } from "#lib/context.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { leaveFrom } from "../address.ts";
import type { allowedHost } from "../contract.ts";

type AllowedHost = z.infer<typeof allowedHost>;

const selected = () => sql()`
  SELECT host, (SELECT name FROM "user" WHERE "user".id = created_by_id) AS by, created_at AS at FROM allowed_host`;

/** Hosts inside the server's own network that models may be on, by name. */
export async function listHosts(): Promise<AllowedHost[]> {
  return sql()<AllowedHost[]>`${selected()} ORDER BY host`;
}

/** Gives a host an owner's leave; one that has it keeps it as it is. */
export async function allowHost(actor: Actor, typed: string): Promise<AllowedHost> {
  const host = leaveFrom(typed);
  if (host === null) {
    throw new AppError("invalid_input", "Name a host with its port, such as 127.0.0.1:8000.", {
      field: "host",
    });
  }
  await sql().begin(async (tx) => {
    const { count } = await tx`
      INSERT INTO allowed_host (host, created_by_id) VALUES (${host}, ${actor.userId}) ON CONFLICT DO NOTHING`;
    if (count > 0) {
      await tx`INSERT INTO audit_entry (actor_id, action, target) VALUES (${actor.userId}, 'host.allow', ${host})`;
    }
  });
  const [row] = await sql()<[AllowedHost]>`${selected()} WHERE host = ${host}`;
  return row;
}

/** False where the host had no leave. */
export async function disallowHost(actor: Actor, host: string): Promise<boolean> {
  const leave = leaveFrom(host) ?? host;
  return sql().begin(async (tx) => {
    const { count } = await tx`DELETE FROM allowed_host WHERE host = ${leave}`;
    if (count === 0) return false;
    await tx`INSERT INTO audit_entry (actor_id, action, target) VALUES (${actor.userId}, 'host.disallow', ${leave})`;
    return true;
  });
}

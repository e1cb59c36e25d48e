import { actorOf } from "#lib/auth/store/actor.ts";
import type { Context } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

/** Who asks, and when, from a request's headers. */
export async function contextOfHeaders(headers: Headers): Promise<Context> {
  return { actor: await actorOf(headers), now: new Date() };
}

/**
 * The context of a request to the API. Throws `forbidden` when a page of another site sends a change: a browser
 * would attach the signed-in person's cookie to it.
 */
export async function contextOf(request: Request): Promise<Context> {
  const origin = request.headers.get("origin");
  const changes = request.method !== "GET" && request.method !== "HEAD";
  if (changes && origin !== null && !isOwnOrigin(origin, request.headers.get("host"))) {
    throw new AppError("forbidden", "This request comes from another site.");
  }
  return contextOfHeaders(request.headers);
}

function isOwnOrigin(origin: string, host: string | null): boolean {
  return origin === env().url || (URL.canParse(origin) && new URL(origin).host === host);
}

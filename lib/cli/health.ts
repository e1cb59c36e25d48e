import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "#lib/errors.ts";

const patience = 60_000;

/** Resolves when GET /api/v1/health answers with success. */
export async function waitForHealth(host: string, port: number, stopped: AbortSignal): Promise<void> {
  const end = performance.now() + patience;
  const url = `http://${reachableHost(host)}:${port}/api/v1/health`;
  let last = "no answer";
  while (performance.now() < end) {
    stopped.throwIfAborted();
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      await answer.arrayBuffer();
      if (answer.ok) return;
      last = `status ${answer.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(100, undefined, { signal: stopped });
  }
  throw new AppError("unavailable", `The web server did not get ready in ${patience / 1000} s (${last}).`);
}

/** Where a server that listens on `host` is reached from the same machine. */
export function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

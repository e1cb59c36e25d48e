import { createServer } from "node:net";
import { AppError } from "#lib/errors.ts";

type Bound = { free: true; port: number } | { free: false; code: string };

function bind(host: string, port: number): Promise<Bound> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve({ free: false, code: error.code ?? "" }));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve({ free: true, port: bound }));
    });
  });
}

export async function portIsFree(host: string, port: number): Promise<boolean> {
  return (await bind(host, port)).free;
}

/** A loopback port that nobody uses: the wished one where it is free. */
export async function freePort(wish?: number): Promise<number> {
  if (wish !== undefined && (await portIsFree("127.0.0.1", wish))) return wish;
  const bound = await bind("127.0.0.1", 0);
  if (bound.free) return bound.port;
  throw new AppError("unavailable", `No port is free on 127.0.0.1 (${bound.code}).`);
}

/** Throws one sentence where the web server could not listen there. */
export async function requirePort(host: string, port: number): Promise<void> {
  const bound = await bind(host, port);
  if (bound.free) return;
  throw new AppError("unavailable", portSentence(host, port, bound.code));
}

export function portSentence(host: string, port: number, code: string): string {
  if (code === "EADDRINUSE") return `Port ${port} on ${host} is taken: set PORT to another one.`;
  if (code === "EACCES")
    return `Port ${port} needs more rights than this user has: set PORT to one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `HOST ${host} is not an address of this machine.`;
  }
  return `Nothing can listen on ${host}:${port} (${code}).`;
}

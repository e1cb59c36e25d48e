import { AppError } from "#lib/errors.ts";

/** What a failed connection means, as one sentence, or undefined where the failure is of another kind. */
export function connectionSentence(code: string, url: string): string | undefined {
  const { host, hostname, pathname, username } = new URL(url);
  switch (code) {
    case "ECONNREFUSED":
    case "CONNECT_TIMEOUT":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `No PostgreSQL answers at ${host} (${code}): start it, or correct DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `DATABASE_URL names the host ${hostname}, which can't be found.`;
    case "28P01":
    case "28000":
      return `PostgreSQL at ${host} refuses the user ${username || "in DATABASE_URL"}: check its name and password.`;
    case "3D000":
      return `PostgreSQL at ${host} has no database ${pathname.slice(1)}: create it, or correct DATABASE_URL.`;
    case "53300":
      return `PostgreSQL at ${host} has no connection left: raise its max_connections, or stop other users.`;
    case "57P03":
      return `PostgreSQL at ${host} is starting or stopping: try again in a moment.`;
    case "CONNECTION_CLOSED":
    case "ECONNRESET":
      return `PostgreSQL at ${host} closed the connection.`;
    default:
      return undefined;
  }
}

/** Turns a failed connection into an AppError with that sentence; other errors pass unchanged. */
export function explained(error: unknown, url: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = connectionSentence(code, url);
  return sentence === undefined ? error : new AppError("unavailable", sentence, {}, { cause: error });
}

/** What PostgreSQL writes into `postmaster.pid` while it runs. */
export interface PidFile {
  readonly pid: number;
  readonly port: number | undefined;
  /** The server's own word: starting, ready, stopping, standby; empty in its first moments. */
  readonly status: string;
}

export type PostmasterState = "none" | "stale" | "starting" | "ready" | "stopping";

/** Reads the file's lines (pid, folder, start, port, socket, address, memory, status); lines may not be there yet. */
export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined, status: lines[7] ?? "" };
}

/**
 * What the file and the process it names say together. After a SIGKILL or a power cut the file stays behind,
 * and its number may by now belong to another program: that is stale too.
 */
export function postmasterState(
  file: PidFile | undefined,
  process: { readonly alive: boolean; readonly name: string | undefined },
): PostmasterState {
  if (file === undefined) return "none";
  if (!process.alive) return "stale";
  if (process.name !== undefined && !process.name.startsWith("postgres")) return "stale";
  if (file.status === "stopping") return "stopping";
  return file.status === "ready" && file.port !== undefined ? "ready" : "starting";
}

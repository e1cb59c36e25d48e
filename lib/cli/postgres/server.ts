import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "#lib/errors.ts";
import { type Cluster, postmaster } from "./cluster.ts";

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "256MB",
  max_wal_size: "4GB",
  synchronous_commit: "on",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_line_prefix: "%m [%p] ",
  jit: "off",
};

const settingsForTests = {
  ...settings,
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
};

export interface Launch {
  /** What this start has written to the log so far. */
  log(): string;
  ended(): boolean;
}

/** Starts the server apart from this process's terminal, so that Ctrl-C reaches it only through us. */
export function launch(cluster: Cluster, port: number, durable: boolean): Launch {
  const start = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const output = openSync(cluster.logFile, start > 20_000_000 ? "w" : "a", 0o600);
  const from = start > 20_000_000 ? 0 : start;
  const flags = Object.entries(durable ? settings : settingsForTests).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(join(cluster.bin, "postgres"), ["-D", cluster.folder, "-p", String(port), ...flags], {
    ...cluster.account,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let failure = "";
  let ended = false;
  child.once("error", (error) => {
    failure = error.message;
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  child.unref();
  return {
    log: () => readFileSync(cluster.logFile).subarray(from).toString() + failure,
    ended: () => ended,
  };
}

const shutdownPatience = 30_000;

/** Asks for a fast shutdown: open transactions are rolled back, everything committed is on disk. */
export function beginShutDown(folder: string): void {
  const running = postmaster(folder);
  if (running.state !== "none" && running.state !== "stale") signal(running.pid, "SIGINT");
}

/** Waits for a shutdown that has begun, and insists where it takes too long. */
export async function finishShutDown(folder: string): Promise<void> {
  const running = postmaster(folder);
  if (await gone(folder, shutdownPatience)) return;
  killServer(folder);
  if (await gone(folder, 5_000)) return;
  throw new AppError("unavailable", `PostgreSQL (process ${running.pid}) does not stop.`);
}

/** Immediate shutdown: the next start replays the log. */
export function killServer(folder: string): void {
  const running = postmaster(folder);
  if (running.state !== "none" && running.state !== "stale") signal(running.pid, "SIGQUIT");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return;
    throw new AppError(
      "unavailable",
      `PostgreSQL (process ${pid}) belongs to another user, who must stop it.`,
    );
  }
}

/** Waits until the server is no longer there; false where the patience (ms) runs out first. */
export async function gone(folder: string, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const { state } = postmaster(folder);
    if (state === "none" || state === "stale") return true;
    await delay(25);
  }
  return false;
}

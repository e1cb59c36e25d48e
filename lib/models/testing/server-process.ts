import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { SeenRequest } from "./model-server.ts";

export interface ModelServerProcess {
  /** Its base URL, which ends in /v1. */
  readonly url: string;
  seen(): Promise<{ billed: number; requests: SeenRequest[] }>;
  stop(): Promise<void>;
}

/** Starts the test server as a process of its own, which outlives a killed worker and ends with this one. */
export async function startServerProcess(
  options: { replies?: string; port?: number; key?: string } = {},
): Promise<ModelServerProcess> {
  const { replies = "maths", port = 0, key = "" } = options;
  const child = fork(join(import.meta.dirname, "model-server-process.ts"), [replies, String(port), key], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    execArgv: [],
  });
  const { stdout } = child;
  if (!stdout) throw new Error("a piped child has an output");
  const lines = createInterface({ input: stdout });
  const [url]: unknown[] = await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(() => Promise.reject(new Error("the model server didn't start"))),
  ]);
  if (typeof url !== "string") throw new Error("the model server didn't say where it is");
  return {
    url,
    async seen() {
      const response = await fetch(new URL("/seen", url));
      return response.json();
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkout } from "./checkout.ts";

/** A part of the running studio that can be stopped in order, or at once. */
export interface Part {
  stop(): Promise<void>;
  kill(): void;
}

export interface Child extends Part {
  /** How it ended, in words: "code 1", "signal SIGKILL". */
  readonly ended: Promise<string>;
  /** From now on lets its output through; what was held back is shown or forgotten. */
  unhush(held: "show" | "forget"): void;
}

const stopPatience = 4_000;
const leash = join(import.meta.dirname, "leash.ts");

/**
 * Runs a program of the checkout on this Node, in a process group of its own: Ctrl-C reaches only this process,
 * which then stops its children in order.
 * @param options.hushed holds back standard output until `unhush()`
 */
export function startChild(
  args: readonly string[],
  options: { readonly hushed?: boolean; readonly preload?: readonly string[] } = {},
): Child {
  const preload = [leash, ...(options.preload ?? [])].flatMap((file) => ["--import", file]);
  const child = spawn(process.execPath, [...preload, ...args], {
    cwd: checkout,
    detached: true,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", options.hushed ? "pipe" : "inherit", "inherit", "ipc"],
  });
  let held: Buffer[] | undefined = [];
  const unhush = (what: "show" | "forget") => {
    if (what === "show") for (const chunk of held ?? []) process.stdout.write(chunk);
    held = undefined;
  };
  child.stdout?.on("data", (chunk: Buffer) => {
    if (held) held.push(chunk);
    else process.stdout.write(chunk);
  });

  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal === null ? `code ${code}` : `signal ${signal}`));
  }).then((how) => {
    over = true;
    return how;
  });
  const kill = () => {
    if (over || child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It ended in this moment.
    }
  };
  return {
    ended,
    unhush,
    kill,
    async stop() {
      if (over) return;
      child.kill("SIGTERM");
      const late = setTimeout(kill, stopPatience);
      await ended;
      clearTimeout(late);
    },
  };
}

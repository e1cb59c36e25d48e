import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { executeRun } from "../execute.ts";
import { handlers } from "../registry.ts";

/** Does a run in this process, to its end. */
export async function doRun(id: number): Promise<void> {
  await executeRun(id, new Map(handlers.map((handler) => [handler.kind, handler])));
}

/**
 * Does a run in a process of its own, which is killed so many milliseconds after `reached` says so. False where the
 * run was faster than that.
 */
export async function doRunUntilKilled(
  id: number,
  { reached, milliseconds }: { reached: () => Promise<boolean>; milliseconds: number },
): Promise<boolean> {
  const child = fork(join(import.meta.dirname, "killable-worker.ts"), [String(id)], { execArgv: [] });
  const ended: Promise<unknown[]> = once(child, "exit");
  await once(child, "message");
  while (child.exitCode === null && !(await reached()));
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  const [, signal] = await ended;
  clearTimeout(timer);
  return signal === "SIGKILL";
}

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process with this id runs, whoever owns it. A zombie counts as ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return processState(pid)?.zombie !== true;
}

/** The name of a running program, or undefined where the system doesn't tell. */
export function programName(pid: number): string | undefined {
  return processState(pid)?.name;
}

function processState(pid: number): { name: string; zombie: boolean } | undefined {
  try {
    return parseState(/\((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")));
  } catch {
    // No /proc: not Linux, or the process is gone.
  }
  try {
    const line = execFileSync("ps", ["-o", "ucomm=,state=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return parseState(/^(.*\S)\s+(\S)\S*\s*$/s.exec(line.trim()));
  } catch {
    return undefined;
  }
}

function parseState(match: RegExpExecArray | null): { name: string; zombie: boolean } | undefined {
  const [, name, state] = match ?? [];
  return name === undefined ? undefined : { name, zombie: state === "Z" };
}

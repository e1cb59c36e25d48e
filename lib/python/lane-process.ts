import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Execution, Program } from "./contract.ts";
import { checkout, pyodideFolder, pythonFolder } from "./place.ts";

export interface LaneQuestion {
  id: number;
  program: Program;
  outputCharacters: number;
}
/**
 * `started` comes just before the program runs, `clean` when its traces are gone and the next one may come; after
 * `worn` or `broken` the lane is of no more use.
 */
export type LaneAnswer =
  | { ready: true }
  | { failed: string }
  | { id: number; started: true }
  | { id: number; execution: Execution; worn: boolean }
  | { id: number; clean: true }
  | { id: number; broken: string; milliseconds: number };

const MEMORY_BYTES = 512 * 1024 * 1024;
/** Half of what a process usually gets (8 MiB), so that recursion ends in an error and not in a crash. */
const STACK_KIBIBYTES = 3_900;
/** Of processor time, through all its programs; one that outlives its studio ends here at the latest. */
const LANE_SECONDS = 3_600;

/**
 * Starts a process of one interpreter under Node's permission model: it can read the files it is made of and
 * nothing else, write nothing, start no process or thread, load no addon, and never turn text into code. Its
 * environment says nothing of the studio's.
 */
export function startLane(node: string, packagesFile: string | null): ChildProcess {
  const readable = [
    pyodideFolder,
    pythonFolder,
    join(checkout, "package.json"),
    join(checkout, "node_modules", "package.json"),
    ...(packagesFile === null ? [] : [packagesFile]),
  ].filter(existsSync);
  const program = [
    "--permission",
    ...readable.map((path) => `--allow-fs-read=${path}`),
    "--disallow-code-generation-from-strings",
    "--disable-proto=delete",
    "--max-old-space-size=256",
    `--stack-size=${STACK_KIBIBYTES}`,
    "--no-warnings",
    join(pythonFolder, "lane.ts"),
    pyodideFolder,
    packagesFile ?? "",
    String(MEMORY_BYTES),
  ];
  const limited = `ulimit -t ${LANE_SECONDS}; exec "$0" "$@"`;
  return spawn("/bin/sh", ["-c", limited, node, ...program], {
    env: { NODE_ENV: "production" },
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

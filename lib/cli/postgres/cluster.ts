import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "#lib/errors.ts";
import { isAlive, programName } from "../processes.ts";
import { type Account, postgresAccount } from "./account.ts";
import { type PostmasterState, parsePidFile, postmasterState } from "./pid-file.ts";
import { binaries, dataFolder, version } from "./place.ts";
import { troubleIn, versionTrouble } from "./trouble.ts";

/** One embedded PostgreSQL: its folders below LEMMA_HOME and the user who runs it. */
export interface Cluster {
  readonly home: string;
  readonly folder: string;
  readonly bin: string;
  readonly account: Account | undefined;
  readonly portFile: string;
  readonly logFile: string;
  /** One file for each process that uses this PostgreSQL, named after its process id. */
  readonly usersFolder: string;
}

export const superuser = "lemma";
const passwordFile = "lemma.password";

export function clusterOf(home: string): Cluster {
  const link = join(home, "postgres");
  const account = postgresAccount(link);
  return {
    home,
    folder: dataFolder(link, account),
    bin: binaries(account),
    account,
    portFile: join(home, "postgres.port"),
    logFile: join(home, "postgres.log"),
    usersFolder: join(home, "postgres.users"),
  };
}

export interface Postmaster {
  readonly state: PostmasterState;
  readonly pid: number;
  readonly port: number;
  /** Whether the pid file's number belongs to another living program. */
  readonly foreign: boolean;
}

export function postmaster(folder: string): Postmaster {
  const file = parsePidFile(readText(join(folder, "postmaster.pid")) ?? "");
  const alive = file !== undefined && isAlive(file.pid);
  const state = postmasterState(file, { alive, name: file && alive ? programName(file.pid) : undefined });
  return { state, pid: file?.pid ?? 0, port: file?.port ?? 0, foreign: state === "stale" && alive };
}

/** Makes the data folder if there is none yet; checks its version and rights if there is. */
export async function ensureCluster(cluster: Cluster, say: (line: string) => void): Promise<void> {
  const made = readText(join(cluster.folder, "PG_VERSION"));
  if (made === undefined) {
    say("Setting up the database (once)");
    if (dirname(cluster.folder) !== realpathSync(cluster.home)) {
      say(
        `PostgreSQL's own user can't enter ${cluster.home}, so the database's files are in ${cluster.folder}`,
      );
    }
    await initialise(cluster);
    return;
  }
  const brought = version(cluster.bin).split(".")[0] ?? "";
  const trouble = versionTrouble(made.trim(), brought, cluster.folder);
  if (trouble !== undefined) throw new AppError("unavailable", trouble);
}

/** The superuser's password, which lies inside the data folder so that the two are made, moved and kept as one. */
export function password(cluster: Cluster): string {
  const file = join(cluster.folder, passwordFile);
  const text = readText(file);
  if (text !== undefined) return text.trim();
  throw new AppError(
    "unavailable",
    `${file} is missing, and without it the database can't be opened: put it back.`,
  );
}

async function initialise(cluster: Cluster): Promise<void> {
  if (existsSync(cluster.folder)) {
    throw new AppError("unavailable", `${cluster.folder} holds no database: move it away and start again.`);
  }
  // It becomes the data folder by one rename when all of it is there, so a start that was cut short leaves none.
  const drafts = mkdtempSync(join(dirname(cluster.folder), "postgres.new-"));
  const passwordDraft = join(drafts, passwordFile);
  try {
    writeFileSync(passwordDraft, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (cluster.account) {
      for (const path of [drafts, passwordDraft]) chownSync(path, cluster.account.uid, cluster.account.gid);
    }
    const draft = join(drafts, "data");
    const options = [`--pgdata=${draft}`, `--pwfile=${passwordDraft}`, ...initdbOptions];
    let log = await run(cluster, "initdb", [...options, "--lc-ctype=C.UTF-8"]);
    if (log !== undefined && /locale/.test(log)) log = await run(cluster, "initdb", options);
    if (log !== undefined) throw new AppError("unavailable", troubleIn(log, cluster.folder).sentence);
    renameSync(passwordDraft, join(draft, passwordFile));
    becomeFolder(draft, cluster.folder);
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

/** Of two processes that make the data folder at once, the first one's stands and the other uses it. */
function becomeFolder(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  }
}

// The builtin provider orders text the same way on every machine, whatever locales are installed there. lc-ctype,
// given where the system has C.UTF-8, makes pg_trgm see letters beyond ASCII.
const initdbOptions = [
  `--username=${superuser}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];

/** What the program said if it failed, undefined if it did not. */
function run(cluster: Cluster, program: string, options: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(join(cluster.bin, program), options, {
      ...cluster.account,
      cwd: "/",
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += String(chunk)));
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? undefined : log));
  });
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return undefined;
    throw new AppError(
      "unavailable",
      troubleIn("permission denied", dirname(file)).sentence,
      {},
      { cause: error },
    );
  }
}

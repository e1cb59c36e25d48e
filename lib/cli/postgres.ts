import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { AppError } from "#lib/errors.ts";
import { freePort } from "./ports.ts";
import {
  type Cluster,
  clusterOf,
  ensureCluster,
  password,
  postmaster,
  superuser,
} from "./postgres/cluster.ts";
import { beginShutDown, finishShutDown, gone, killServer, launch } from "./postgres/server.ts";
import { type Trouble, troubleIn } from "./postgres/trouble.ts";
import { clearSeats, takeSeat } from "./postgres/users.ts";

/** The embedded PostgreSQL of one LEMMA_HOME, in use by this process. */
export interface EmbeddedPostgres {
  /** Connection string of the installation's database. */
  readonly url: string;
  /** Whether the server still runs. */
  isUp(): boolean;
  /** Stops the server unless other living processes use it; resolves to their process ids. */
  release(): Promise<number[]>;
  /** Stops the server at once, whoever uses it. Nothing committed is lost. */
  kill(): void;
}

export interface PostgresOptions {
  /** False trades safety after a power cut for speed: for tests. */
  readonly durable?: boolean;
  /** Told what takes longer than a moment. */
  readonly say?: (line: string) => void;
}

const database = "lemma";
const startPatience = 300_000;
const tries = 8;

/** Starts the home's PostgreSQL, or joins the one that runs already. Throws an AppError with one sentence. */
export async function openPostgres(home: string, options: PostgresOptions = {}): Promise<EmbeddedPostgres> {
  const { durable = true, say = () => {} } = options;
  const cluster = clusterOf(home);
  await ensureCluster(cluster, say);
  let trouble: Trouble | undefined;
  for (let attempt = 0; attempt < tries; attempt++) {
    // Each of these passes by itself: a port that was taken, a server that another start brought up or down.
    if (attempt > 0) await delay(250 * attempt);
    trouble = await ensureServer(cluster, durable, say);
    const joined = trouble === undefined ? await joinReady(cluster) : undefined;
    if (joined !== undefined) return joined;
  }
  const sentence = trouble?.sentence ?? `PostgreSQL in ${cluster.folder} can't be reached.`;
  throw new AppError("unavailable", `${sentence} Its log is ${cluster.logFile}.`);
}

/** Joins the home's PostgreSQL where it runs; undefined where it doesn't. Starts nothing. */
export async function joinPostgres(home: string): Promise<EmbeddedPostgres | undefined> {
  if (!existsSync(join(home, "postgres"))) return undefined;
  const cluster = clusterOf(home);
  if (isDown(cluster)) return undefined;
  await ready(cluster, () => isDown(cluster));
  return joinReady(cluster);
}

/** Sees to a ready server. Returns a trouble that may pass; throws one that won't. */
async function ensureServer(
  cluster: Cluster,
  durable: boolean,
  say: (line: string) => void,
): Promise<Trouble | undefined> {
  if (postmaster(cluster.folder).state === "stopping") await gone(cluster.folder, startPatience);
  if (!isDown(cluster)) {
    await ready(cluster, () => isDown(cluster));
    return undefined;
  }
  dropForeignPidFile(cluster);
  clearSeats(cluster.usersFolder);
  const port = await freePort(rememberedPort(cluster));
  const server = launch(cluster, port, durable);
  const slow = setTimeout(() => say("PostgreSQL is recovering after an unclean stop"), 5_000);
  await ready(cluster, server.ended);
  clearTimeout(slow);
  if (!server.ended()) {
    writeFileSync(cluster.portFile, String(port));
    return undefined;
  }
  const trouble = troubleIn(server.log(), cluster.folder);
  const passing =
    trouble.cause === "port" || trouble.cause === "running" || trouble.cause === "memory in use";
  if (passing) return trouble;
  throw new AppError("unavailable", trouble.sentence);
}

function isDown(cluster: Cluster): boolean {
  const { state } = postmaster(cluster.folder);
  return state === "none" || state === "stale";
}

async function ready(cluster: Cluster, over: () => boolean): Promise<void> {
  const end = performance.now() + startPatience;
  while (postmaster(cluster.folder).state !== "ready" && !over()) {
    if (performance.now() > end) {
      throw new AppError("unavailable", `PostgreSQL did not get ready: its log is ${cluster.logFile}.`);
    }
    await delay(20);
  }
}

/**
 * The server itself sees that the process of a left-behind file is gone; it can't see that the number belongs
 * to another program by now, as it often does after a container's restart.
 */
function dropForeignPidFile(cluster: Cluster): void {
  const { state, foreign } = postmaster(cluster.folder);
  if (state === "stale" && foreign) rmSync(join(cluster.folder, "postmaster.pid"), { force: true });
}

function rememberedPort(cluster: Cluster): number | undefined {
  if (!existsSync(cluster.portFile)) return undefined;
  const port = Number(readFileSync(cluster.portFile, "utf8"));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** Undefined where the server went away between two looks. */
async function joinReady(cluster: Cluster): Promise<EmbeddedPostgres | undefined> {
  const { port, state } = postmaster(cluster.folder);
  if (state !== "ready") return undefined;
  const server = `postgres://${superuser}:${password(cluster)}@127.0.0.1:${port}`;
  try {
    const seat = await takeSeat(`${server}/postgres`, cluster.usersFolder);
    await ensureDatabase(`${server}/postgres`);
    return {
      url: `${server}/${database}`,
      isUp: () => !isDown(cluster),
      async release() {
        const others = await seat.leave(() => beginShutDown(cluster.folder));
        if (others.length === 0) await finishShutDown(cluster.folder);
        return others;
      },
      kill: () => killServer(cluster.folder),
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "28P01") {
      throw new AppError(
        "unavailable",
        `The password in ${cluster.folder} is not the database's.`,
        {},
        { cause: error },
      );
    }
    if (isDown(cluster) || code === "57P03" || code === "57P01" || code === "CONNECTION_CLOSED")
      return undefined;
    throw error;
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
  } catch (error) {
    // Another start made it first.
    if (!(error instanceof Error && "code" in error && (error.code === "42P04" || error.code === "23505")))
      throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

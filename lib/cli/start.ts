import { setTimeout as delay } from "node:timers/promises";
import { env, secret } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { ensureBuild } from "./build.ts";
import { type Database, openDatabase } from "./database-url.ts";
import { ensureGenerated } from "./generate.ts";
import { applyMigrations } from "./migrate.ts";
import { requirePort } from "./ports.ts";
import { holdDatabase } from "./prepared.ts";
import { runScript } from "./script.ts";
import { aborted, untilStopped } from "./shutdown.ts";
import { startWeb, webAnswers } from "./web.ts";
import { keepWorker } from "./worker.ts";

const setupLinkProgram = "lib/cli/setup-link.ts";
/** Loads the demo project and says in one line what it did. */
const demoProgram = "lib/datasets/handlers/demo.ts";

/** The whole studio on one machine: database, migrations, build, worker and web server, until Ctrl-C. */
export async function start(options: { readonly demo?: true }): Promise<void> {
  const { host, port, url } = env();
  const say = console.info;
  await requirePort(host, port);
  secret();
  await untilStopped(async (stopped, hold) => {
    ensureGenerated();
    const database = await openDatabase(say);
    await migrateAndHold(database, hold);
    stopped.throwIfAborted();
    await ensureBuild(say, stopped);
    hold(keepWorker(say));
    const web = startWeb(host, port);
    hold(web);
    await webAnswers(web, host, port, stopped);
    if (options.demo) say(await runScript(demoProgram, stopped));
    const link = await runScript(setupLinkProgram, stopped);
    say(`Lemma is at ${url} (Ctrl-C stops it)`);
    if (link !== "") say(`Make the owner's account: ${link}`);
    await Promise.race([
      aborted(stopped),
      web.ended.then((how) => fail(stopped, `The web server ended with ${how}: everything is stopped.`)),
      databaseFails(database, stopped),
    ]);
    say("Stopping");
  });
}

async function migrateAndHold(database: Database, hold: Parameters<typeof holdDatabase>[1]): Promise<void> {
  try {
    await applyMigrations(database.url);
  } catch (error) {
    await database.embedded?.release();
    throw error;
  }
  await holdDatabase(database, hold);
}

function fail(stopped: AbortSignal, sentence: string): void {
  if (!stopped.aborted) throw new AppError("unavailable", sentence);
}

/** Rejects when the embedded PostgreSQL is gone; the others would only wait for it. */
async function databaseFails(database: Database, stopped: AbortSignal): Promise<void> {
  while (database.embedded?.isUp() ?? true) await delay(1_000, undefined, { signal: stopped });
  fail(stopped, "PostgreSQL has stopped: everything is stopped. Its log is postgres.log in LEMMA_HOME.");
}

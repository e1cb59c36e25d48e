import { join } from "node:path";
import { env, secret } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { currentBuild, nextProgram } from "./build.ts";
import { type Child, startChild } from "./child.ts";
import { joinDatabase } from "./database-url.ts";
import { waitForHealth } from "./health.ts";
import { requirePort } from "./ports.ts";
import { holdDatabase } from "./prepared.ts";
import { aborted, untilStopped } from "./shutdown.ts";

/** Starts `next start`, quiet until it answers. */
export function startWeb(host: string, port: number): Child {
  const preload = [join(import.meta.dirname, "long-uploads.ts")];
  // Types are stripped from what browsers run of lib/python, which Node calls an experiment.
  const quiet = "--disable-warning=ExperimentalWarning";
  return startChild([quiet, nextProgram, "start", "--hostname", host, "--port", String(port)], {
    hushed: true,
    preload,
  });
}

/** Waits until the web server answers; throws one sentence where it ends first. */
export async function webAnswers(
  web: Child,
  host: string,
  port: number,
  stopped: AbortSignal,
): Promise<void> {
  const ended = web.ended.then((how) => {
    web.unhush("show");
    throw new AppError("unavailable", `The web server ended with ${how} before it answered.`);
  });
  await Promise.race([waitForHealth(host, port, stopped), ended]);
  // Next.js introduces itself with an address that may not be the public one.
  web.unhush("forget");
}

/** One web server on a database that `lemma start`, another host or an administrator runs. */
export async function web(): Promise<void> {
  const { host, port, url } = env();
  await requirePort(host, port);
  const state = currentBuild();
  if (state === "missing")
    throw new AppError("unavailable", "There is no build yet: run `npm run build` first.");
  if (state === "stale")
    console.warn("The sources have changed since the build: `npm run build` makes a new one.");
  secret();
  await untilStopped(async (stopped, hold) => {
    await holdDatabase(await joinDatabase(), hold);
    const child = startWeb(host, port);
    hold(child);
    await webAnswers(child, host, port, stopped);
    console.info(`Lemma answers at ${url}`);
    const ended = child.ended.then((how) => {
      if (!stopped.aborted) throw new AppError("unavailable", `The web server ended with ${how}.`);
    });
    await Promise.race([aborted(stopped), ended]);
  });
}

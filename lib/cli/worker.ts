import { setTimeout as delay } from "node:timers/promises";
import { secret } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { afterFall } from "./backoff.ts";
import { type Part, startChild } from "./child.ts";
import { joinDatabase } from "./database-url.ts";
import { ensureGenerated } from "./generate.ts";
import { holdDatabase } from "./prepared.ts";
import { aborted, untilStopped } from "./shutdown.ts";

const program = "lib/jobs/worker.ts";

/** One worker on a database that `lemma start`, another host or an administrator runs. */
export async function worker(): Promise<void> {
  ensureGenerated();
  secret();
  await untilStopped(async (stopped, hold) => {
    await holdDatabase(await joinDatabase(), hold);
    const child = startChild([program]);
    hold(child);
    const ended = child.ended.then((how) => {
      if (!stopped.aborted) throw new AppError("unavailable", `The worker ended with ${how}.`);
    });
    await Promise.race([aborted(stopped), ended]);
  });
}

/** A worker that is started again, after a while, whenever it ends by itself. */
export function keepWorker(say: (line: string) => void): Part {
  const over = new AbortController();
  let child = startChild([program]);
  const keeping = keep();
  async function keep(): Promise<void> {
    let falls = { count: 0 };
    while (true) {
      const begun = performance.now();
      const how = await child.ended;
      if (over.signal.aborted) return;
      const fall = afterFall(falls, performance.now() - begun);
      falls = fall.falls;
      say(`The worker ended with ${how}; it starts again in ${fall.wait / 1000} s`);
      await delay(fall.wait, undefined, { signal: over.signal }).catch(() => {});
      if (over.signal.aborted) return;
      child = startChild([program]);
    }
  }
  return {
    async stop() {
      over.abort();
      await child.stop();
      await keeping;
    },
    kill: () => child.kill(),
  };
}

import type { RunHandle } from "./job.ts";

const BEAT_MILLISECONDS = 500;

/** Looks now and then whether the run is cancelled, paused or lost: then its signal aborts, and what waits can stop. */
export async function watched<T>(run: RunHandle, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => {
    // A run that can't go on aborts its signal; any other failure meets the handler's own next step too.
    run.progress({}).catch(() => {});
  }, BEAT_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

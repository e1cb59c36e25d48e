import { setImmediate } from "node:timers/promises";

/** Other requests wait no longer than about this, in milliseconds. */
const SLICE_MS = 10;

/**
 * Takes the steps of a long calculation and lets the process do other things every few milliseconds. Not in a thread:
 * Next.js bundles what the web process runs, so a thread's file would have to be found beside the bundle, and handing
 * it the texts would take a good part of the time that the work itself does.
 */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  let until = performance.now() + SLICE_MS;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE_MS;
  }
}

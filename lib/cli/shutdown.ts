import type { Part } from "./child.ts";

/** Ctrl-C under `npm start` arrives twice within moments: from the terminal, and from npm, which passes it on. */
const echo = 700;

/** What a signal means: the first one asks for an orderly stop, a later one that isn't its echo for an immediate one. */
export function meaning(firstAt: number | undefined, now: number): "stop" | "echo" | "kill" {
  if (firstAt === undefined) return "stop";
  return now - firstAt < echo ? "echo" : "kill";
}

/**
 * Runs until `run` ends or a signal asks to stop, then stops what was held, the last held first. A failure of
 * `run` is thrown on after that; one that follows from the signal is not.
 */
export async function untilStopped(
  run: (stopped: AbortSignal, hold: (part: Part) => void) => Promise<void>,
): Promise<void> {
  const parts: Part[] = [];
  const stop = new AbortController();
  let firstAt: number | undefined;
  const onSignal = () => {
    const means = meaning(firstAt, performance.now());
    firstAt ??= performance.now();
    if (means === "stop") stop.abort();
    if (means !== "kill") return;
    for (const part of parts) part.kill();
    process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  try {
    await run(stop.signal, (part) => parts.push(part));
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    for (const part of parts.toReversed()) await part.stop();
  }
}

/** Resolves when the signal has come. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

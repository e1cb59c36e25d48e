import type { Writable } from "node:stream";

/**
 * Writes and waits until it is taken. What goes wrong is told to the callback and, a second time, as an event that
 * must not go unheard.
 */
export function writeChunk(target: Writable, chunk: Uint8Array | string): Promise<void> {
  return new Promise((settle, reject) => {
    if (target.listenerCount("error") === 0) target.on("error", () => {});
    target.write(chunk, (error) => (error ? reject(error) : settle()));
  });
}

/** True where whoever reads the pipe has had enough, as `head` has: a reason to stop, not to complain. */
export function isReaderGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

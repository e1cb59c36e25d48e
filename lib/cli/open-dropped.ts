import { createWriteStream } from "node:fs";
import { realpath } from "node:fs/promises";
import type { Writable } from "node:stream";
import { AppError } from "#lib/errors.ts";

/** Opening empties a file, so it is made sure first that it isn't the one that is read. */
export async function openDropped(target: string, source: string | undefined): Promise<Writable> {
  const real = (path: string) => realpath(path).catch(() => null);
  const existing = await real(target);
  if (existing !== null && source !== undefined && existing === (await real(source)))
    throw new AppError("invalid_input", `--dropped would overwrite ${source} itself: name another file.`);
  const stream = createWriteStream(target);
  await new Promise((opened, reject) => {
    stream.once("open", opened);
    stream.once("error", (cause) =>
      reject(new AppError("invalid_input", `${target} can't be written: ${cause.message}`, {}, { cause })),
    );
  });
  return stream;
}

import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (cause) {
    throw new AppError("not_found", `${path} can't be read: check its name and rights.`, {}, { cause });
  }
}

/** Bytes of a file that someone named. Throws an AppError in words where it is none, or can't be seen. */
export async function fileSize(path: string): Promise<number> {
  const found = await statOf(path);
  if (found.isFile()) return found.size;
  throw new AppError("invalid_input", `${path} is not a file.`);
}

/** Throws an AppError in words where there is nothing of that name to read from once, be it a file or a pipe. */
export async function ensureReadable(path: string): Promise<void> {
  if ((await statOf(path)).isDirectory()) throw new AppError("invalid_input", `${path} is a folder.`);
}

import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";
import { readCsv } from "#lib/formats/readers/csv.ts";
import { detectFileType } from "#lib/formats/readers/detect.ts";
import { readJsonArray } from "#lib/formats/readers/json.ts";
import { readJsonl } from "#lib/formats/readers/jsonl.ts";
import { readParquet } from "#lib/formats/readers/parquet.ts";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { fileSize } from "./file-size.ts";

export type Rows = AsyncGenerator<ReadRow, void, undefined>;

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * The rows of a file on this machine, read as they are asked for; `onRead` is told how many bytes have been read.
 * Throws an AppError where the file can't be read or is of no type that Lemma knows.
 */
export async function fileRows(path: string, onRead: (bytes: number) => void = () => {}): Promise<Rows> {
  const bytes = await fileSize(path);
  const handle = await open(path);
  const head = await slice(handle, 0, Math.min(bytes, HEAD_BYTES));
  const type = detectFileType(head, path);
  if (type === "parquet") return parquetRows(handle, bytes, onRead);
  await handle.close();
  switch (type) {
    case "jsonl":
      return readJsonl(chunks(path, onRead));
    case "json":
      return readJsonArray(chunks(path, onRead));
    case "csv":
      return readCsv(chunks(path, onRead));
    case "unknown":
      throw new AppError(
        "invalid_input",
        bytes === 0 ? `${path} is empty.` : `${path} is neither JSONL, CSV nor Parquet.`,
      );
  }
}

async function* chunks(
  path: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    read += chunk.length;
    onRead(read);
    yield chunk;
  }
}

async function slice(handle: FileHandle, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(end - start);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
  return bytes.subarray(0, bytesRead);
}

/** Parquet is read here and there, so the bytes asked for so far stand for how far it has come. */
async function* parquetRows(handle: FileHandle, bytes: number, onRead: (bytes: number) => void): Rows {
  let read = 0;
  try {
    yield* readParquet({
      byteLength: bytes,
      async slice(start, end = bytes) {
        const part = await slice(handle, start, Math.min(end, bytes));
        read += part.length;
        onRead(Math.min(read, bytes));
        return part.buffer.slice(part.byteOffset, part.byteOffset + part.length);
      },
    });
  } finally {
    await handle.close();
  }
}

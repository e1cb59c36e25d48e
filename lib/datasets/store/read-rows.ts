import { readCsv } from "#lib/formats/readers/csv.ts";
import { detectFileType, type FileType } from "#lib/formats/readers/detect.ts";
import { readJsonArray } from "#lib/formats/readers/json.ts";
import { readJsonl } from "#lib/formats/readers/jsonl.ts";
import { readParquet } from "#lib/formats/readers/parquet.ts";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { readChunks, readRange, type StoredFile } from "./chunks.ts";

export interface FileRows {
  type: FileType;
  rows: AsyncGenerator<ReadRow, void, undefined>;
}

/** Told how many bytes have been read; what it throws stops the reading. */
export type OnRead = (bytes: number) => Promise<void>;

const HEAD_BYTES = 64 * 1024;

/** The rows of a stored file, read as they are asked for. A file of no known type has none. */
export async function readRows(file: StoredFile, onRead: OnRead = async () => {}): Promise<FileRows> {
  const head = await readRange(file, 0, Math.min(file.bytes, HEAD_BYTES));
  const type = detectFileType(head, file.name);
  switch (type) {
    case "jsonl":
      return { type, rows: readJsonl(readChunks(file, onRead)) };
    case "json":
      return { type, rows: readJsonArray(readChunks(file, onRead)) };
    case "csv":
      return { type, rows: readCsv(readChunks(file, onRead)) };
    case "parquet":
      return { type, rows: readStoredParquet(file, onRead) };
    case "unknown":
      return { type, rows: noRows() };
  }
}

async function* noRows(): AsyncGenerator<ReadRow, void, undefined> {}

/** Parquet is read here and there, so the bytes asked for so far stand for how far it has come. */
async function* readStoredParquet(
  file: StoredFile,
  onRead: OnRead,
): AsyncGenerator<ReadRow, void, undefined> {
  let read = 0;
  let trouble: { error: unknown } | null = null;
  const source = {
    byteLength: file.bytes,
    async slice(start: number, end: number = file.bytes): Promise<ArrayBuffer> {
      try {
        const bytes = await readRange(file, start, Math.min(end, file.bytes));
        read += bytes.length;
        await onRead(Math.min(read, file.bytes));
        return bytes.buffer;
      } catch (error) {
        trouble = { error };
        throw error;
      }
    },
  };
  for await (const row of readParquet(source)) {
    // The reader takes whatever a slice throws for a damaged file; a cancelled run is none.
    if (trouble !== null) throw (trouble as { error: unknown }).error;
    yield row;
  }
}

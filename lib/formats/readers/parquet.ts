import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { isObject } from "../json-value.ts";
import { fault, type ReadRow } from "./read-row.ts";

/** A file that can be read at any place: its size in bytes, and bytes `start` (inclusive) to `end` (exclusive). */
export interface ByteSource {
  byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/** Rows are decoded in batches of about this many bytes; a batch without an offset index decodes its group anew. */
const BATCH_BYTES = 32 * 1024 * 1024;
const BATCH_ROWS = 50_000;
/** Largest row group, compressed, that is read: hyparquet needs the whole of it at once. */
const GROUP_LIMIT = 1024 * 1024 * 1024;
/** The magic bytes twice, and the length of the footer. */
const SHORTEST_FILE = 12;

/**
 * Reads the rows of a Parquet file, row group by row group, in batches. `line` is the row's number, from 1. Big
 * integers become numbers where those are exact, else texts; dates become ISO 8601 texts; bytes become
 * hexadecimal texts; numbers that JSON can't write, and nulls, are no key at all. A file that can't be decoded
 * gives a fault at the first row concerned and nothing after it. Holds one row group (compressed, at most 1 GiB)
 * and one batch of rows.
 */
export async function* readParquet(source: ByteSource): AsyncGenerator<ReadRow, void, undefined> {
  const file: AsyncBuffer = source;
  const metadata = await readMetadata(file);
  if (typeof metadata === "string") {
    yield fault(1, metadata);
    return;
  }
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    if (Number(group.total_compressed_size ?? group.total_byte_size) > GROUP_LIMIT) {
      yield fault(
        groupStart + 1,
        "This row group is larger than 1 GiB: write the file again with smaller row groups.",
      );
      return;
    }
    const size = batchSize(rows, Number(group.total_byte_size));
    for (let start = groupStart; start < groupStart + rows; start += size) {
      const end = Math.min(start + size, groupStart + rows);
      const batch = await readBatch(file, metadata, start, end);
      if (batch === null) {
        yield fault(
          start + 1,
          `Rows ${start + 1} to ${end} can't be decoded: the file is damaged, or uses an encoding that isn't known here.`,
        );
        return;
      }
      for (const [i, row] of batch.entries()) yield { line: start + i + 1, row };
    }
    groupStart += rows;
  }
}

function batchSize(rows: number, bytes: number): number {
  const fitting = bytes > 0 ? Math.floor((rows * BATCH_BYTES) / bytes) : BATCH_ROWS;
  return Math.max(1, Math.min(BATCH_ROWS, fitting));
}

async function readMetadata(file: AsyncBuffer): Promise<FileMetaData | string> {
  if (file.byteLength < SHORTEST_FILE) return "This isn't a Parquet file: it is too short.";
  try {
    return await parquetMetadataAsync(file);
  } catch {
    return "This Parquet file's footer can't be read: the file was cut off or damaged, so send the whole file again.";
  }
}

async function readBatch(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<Record<string, unknown>[] | null> {
  try {
    const rows = await parquetReadObjects({
      file,
      metadata,
      rowStart,
      rowEnd,
      compressors,
      useOffsetIndex: true,
    });
    return rows.length === rowEnd - rowStart ? rows.map(plainRow) : null;
  } catch {
    return null;
  }
}

function plainRow(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).map(([key, value]): [string, unknown] => [key, plainValue(value)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The value as JSON has it; undefined for null and for numbers that JSON can't write. */
function plainValue(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (value instanceof Uint8Array)
    return [...value].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (Array.isArray(value)) return value.map((item: unknown) => plainValue(item) ?? null);
  if (ArrayBuffer.isView(value)) return undefined;
  return isObject(value) ? plainRow(value) : value;
}

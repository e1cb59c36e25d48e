import { sql } from "#lib/db.ts";

/** What reading a stored file needs to know of it. */
export interface StoredFile {
  id: number;
  name: string;
  bytes: number;
}

/**
 * The bytes of an upload from its start, chunk by chunk. `through` is told how far reading has come, before each
 * chunk is handed out.
 */
export async function* readChunks(
  upload: StoredFile,
  through?: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < upload.bytes; ) {
    const [row] = await sql()<{ data: Uint8Array }[]>`
      SELECT data FROM upload_chunk WHERE upload_id = ${upload.id} AND start = ${start}`;
    if (!row) throw new Error(`upload ${upload.id} has no chunk at ${start}`);
    start += row.data.length;
    await through?.(start);
    yield row.data;
  }
}

/** The bytes from `start` up to `end`, of a file whose parts are read in any order (Parquet). */
export async function readRange(
  upload: StoredFile,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await sql()<{ start: number; data: Uint8Array }[]>`
    SELECT greatest(start, ${start}::bigint) AS start,
      substring(data FROM greatest(${start}::bigint - start, 0)::int + 1
        FOR (least(${end}::bigint, start + length(data)) - greatest(start, ${start}::bigint))::int) AS data
    FROM upload_chunk
    WHERE upload_id = ${upload.id} AND start < ${end}::bigint
      AND start >= coalesce((SELECT max(start) FROM upload_chunk WHERE upload_id = ${upload.id} AND start <= ${start}::bigint), 0)
    ORDER BY start`;
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  for (const row of rows) {
    bytes.set(row.data, row.start - start);
    filled += row.data.length;
  }
  if (filled !== bytes.length) throw new Error(`upload ${upload.id} has no bytes ${start} to ${end}`);
  return bytes;
}

import { once } from "node:events";
import type { Writable } from "node:stream";
import type { SqlTransaction } from "#lib/db.ts";
import { IMPORT_COLUMNS } from "../import-row.ts";

/**
 * Stores a run's parsed records, given as lines of COPY in batches, inside the transaction that merges them. A batch
 * is asked for once the one before has gone to the server.
 */
export async function copyImportRows(tx: SqlTransaction, batches: AsyncIterable<string>): Promise<void> {
  const copy = await tx`COPY import_row (${tx.unsafe(IMPORT_COLUMNS)}) FROM STDIN`.writable();
  const failed = once(copy, "error").then(([error]) => Promise.reject(error));
  // Whoever waits below sees the failure; it must not count as unhandled between two waits.
  failed.catch(() => {});
  try {
    for await (const batch of batches) await Promise.race([written(copy, batch), failed]);
  } catch (error) {
    // Tells the server to give the COPY up, so that the connection can be used again.
    copy.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
  copy.end();
  // postgres.js doesn't report what goes wrong once the data has ended; then this statement fails.
  await tx`ANALYZE import_row`;
}

function written(copy: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    copy.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

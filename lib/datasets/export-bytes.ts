import type { FrozenRow } from "./export-lines.ts";

/** Chunks have about this many characters. */
const CHUNK_LENGTH = 64 * 1024;

/** The bytes of an export, in chunks: each line ends with a line feed. Rows are asked for as chunks are taken. */
export async function* exportBytes(
  rows: AsyncIterable<FrozenRow>,
  write: (row: FrozenRow) => readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let text = "";
  for await (const row of rows) {
    for (const line of write(row)) text += `${line}\n`;
    if (text.length < CHUNK_LENGTH) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}

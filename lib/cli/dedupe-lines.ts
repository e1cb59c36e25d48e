import { decodeUtf8 } from "#lib/formats/readers/bytes.ts";
import { lineBytes } from "#lib/formats/readers/line-bytes.ts";
import { type LineFault, notUtf8, ROW_LIMIT } from "#lib/formats/readers/read-row.ts";

/** A line that isn't blank. */
export interface WholeLine {
  /** From 1; blank lines count. */
  line: number;
  /** With the line break that ends it, as it stands in the file; without the byte order mark that may precede it. */
  bytes: Uint8Array;
  text: string;
}

/**
 * Reads lines as `readLines` of the formats does, and keeps each as it is written: to the byte, its `\n` or `\r\n`
 * included. Holds one chunk and at most `limit` bytes of one line.
 */
export function wholeLines(
  chunks: AsyncIterable<Uint8Array>,
  limit = ROW_LIMIT,
): AsyncGenerator<WholeLine | LineFault, void, undefined> {
  return lineBytes<WholeLine>(chunks, { limit, keepBreak: true, read: readWhole });
}

function readWhole(line: number, bytes: Uint8Array): WholeLine | LineFault | null {
  const text = decodeUtf8(bytes);
  if (text === null) return notUtf8(line);
  // A copy, because a row may be kept for longer than the chunk that it came in.
  return text.trim() === "" ? null : { line, bytes: bytes.slice(), text };
}

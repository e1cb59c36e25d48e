import { decodeUtf8, joinBytes, withoutBom } from "#lib/formats/readers/bytes.ts";
import { type LineFault, notUtf8, ROW_LIMIT, tooLong } from "#lib/formats/readers/read-row.ts";

/** A line that isn't blank. */
export interface WholeLine {
  /** From 1; blank lines count. */
  line: number;
  /** With the line break that ends it, as it stands in the file; without the byte order mark that may precede it. */
  bytes: Uint8Array;
  text: string;
}

const NEWLINE = 0x0a;

/**
 * Reads lines as `readLines` of the formats does, and keeps each as it is written: to the byte, its `\n` or `\r\n`
 * included. Holds one chunk and at most `limit` bytes of one line.
 */
export async function* wholeLines(
  chunks: AsyncIterable<Uint8Array>,
  limit = ROW_LIMIT,
): AsyncGenerator<WholeLine | LineFault, void, undefined> {
  let line = 0;
  let parts: Uint8Array[] = [];
  let length = 0;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function finish(): WholeLine | LineFault | null {
    line += 1;
    const isTooLong = length > limit;
    const written = joinBytes(parts, isTooLong ? 0 : length);
    parts = [];
    length = 0;
    if (isTooLong) return tooLong(line, limit);
    const bytes = line === 1 ? withoutBom(written) : written;
    const text = decodeUtf8(bytes);
    if (text === null) return notUtf8(line);
    return text.trim() === "" ? null : { line, bytes, text };
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      // A copy, because the source may use the chunk's memory again.
      keep(chunk.slice(start, end + 1));
      start = end + 1;
      const found = finish();
      if (found !== null) yield found;
    }
    keep(chunk.slice(start));
  }
  const last = length > 0 ? finish() : null;
  if (last !== null) yield last;
}

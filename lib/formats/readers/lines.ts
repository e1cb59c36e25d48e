import { decodeUtf8, joinBytes, withoutBom } from "./bytes.ts";
import { type LineFault, notUtf8, ROW_LIMIT, tooLong } from "./read-row.ts";

export interface TextLine {
  /** Line number in the file, from 1; blank lines count. */
  line: number;
  text: string;
  /** False for a last line that no line break ends. */
  ended: boolean;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Reads lines from a stream of UTF-8 bytes, wherever the chunks are cut. A byte order mark at the start and the
 * `\r` of `\r\n` are taken off, blank lines are passed over (and counted). A line that isn't UTF-8 or is longer
 * than `limit` bytes gives a fault with its number, and reading goes on behind it. Holds one chunk and at most
 * `limit` bytes of one line.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  limit = ROW_LIMIT,
): AsyncGenerator<TextLine | LineFault, void, undefined> {
  let line = 0;
  let parts: Uint8Array[] = [];
  let length = 0;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function finish(ended: boolean): TextLine | LineFault | null {
    line += 1;
    const isTooLong = length > limit;
    const bytes = joinBytes(parts, isTooLong ? 0 : length);
    parts = [];
    length = 0;
    if (isTooLong) return tooLong(line, limit);
    const text = decodeUtf8(withoutReturn(line === 1 ? withoutBom(bytes) : bytes));
    if (text === null) return notUtf8(line);
    return text.trim() === "" ? null : { line, text, ended };
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      const found = finish(true);
      if (found !== null) yield found;
    }
    // A copy, because the source may use the chunk's memory again.
    keep(chunk.slice(start));
  }
  const last = length > 0 ? finish(false) : null;
  if (last !== null) yield last;
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
}

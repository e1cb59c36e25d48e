import { joinBytes, withoutBom } from "./bytes.ts";
import { type LineFault, tooLong } from "./read-row.ts";

interface LineOptions<Line> {
  /** Of bytes in a line, the `\n` counted where it is kept. */
  limit: number;
  /** Is the `\n` that ends a line a part of it? */
  keepBreak: boolean;
  /**
   * What a line is read as, or what is wrong with it; null passes over it. `line` is from 1; the bytes are without the
   * byte order mark that the first may begin with, and may lie in the chunk's own memory; `ended` is false for a last
   * line that no line break ends.
   */
  read: (line: number, bytes: Uint8Array, ended: boolean) => Line | LineFault | null;
}

const NEWLINE = 0x0a;

/**
 * Reads the lines of a stream of bytes, wherever the chunks are cut. A line that is too long gives a fault with its
 * number, and reading goes on behind it. Holds one chunk and at most `limit` bytes of one line.
 */
export async function* lineBytes<Line>(
  chunks: AsyncIterable<Uint8Array>,
  { limit, keepBreak, read }: LineOptions<Line>,
): AsyncGenerator<Line | LineFault, void, undefined> {
  let line = 0;
  let parts: Uint8Array[] = [];
  let length = 0;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function finish(ended: boolean): Line | LineFault | null {
    line += 1;
    const isTooLong = length > limit;
    const bytes = joinBytes(parts, isTooLong ? 0 : length);
    parts = [];
    length = 0;
    return isTooLong ? tooLong(line, limit) : read(line, line === 1 ? withoutBom(bytes) : bytes, ended);
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, keepBreak ? end + 1 : end));
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

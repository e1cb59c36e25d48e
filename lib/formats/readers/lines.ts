import { decodeUtf8 } from "./bytes.ts";
import { lineBytes } from "./line-bytes.ts";
import { type LineFault, notUtf8, ROW_LIMIT } from "./read-row.ts";

export interface TextLine {
  /** Line number in the file, from 1; blank lines count. */
  line: number;
  text: string;
  /** False for a last line that no line break ends. */
  ended: boolean;
}

const RETURN = 0x0d;

/**
 * Reads lines from a stream of UTF-8 bytes, wherever the chunks are cut. A byte order mark at the start and the
 * `\r` of `\r\n` are taken off, blank lines are passed over (and counted). A line that isn't UTF-8 or is longer
 * than `limit` bytes gives a fault with its number, and reading goes on behind it. Holds one chunk and at most
 * `limit` bytes of one line.
 */
export function readLines(
  chunks: AsyncIterable<Uint8Array>,
  limit = ROW_LIMIT,
): AsyncGenerator<TextLine | LineFault, void, undefined> {
  return lineBytes<TextLine>(chunks, { limit, keepBreak: false, read: readText });
}

function readText(line: number, bytes: Uint8Array, ended: boolean): TextLine | LineFault | null {
  const text = decodeUtf8(withoutReturn(bytes));
  if (text === null) return notUtf8(line);
  return text.trim() === "" ? null : { line, text, ended };
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
}

import { decodeUtf8, joinBytes } from "./bytes.ts";
import { type LineFault, notUtf8, tooLong } from "./read-row.ts";

export interface CsvRecord {
  /** Line where the record begins, from 1. */
  line: number;
  /** The record as it stands in the file, without the line break that ends it. */
  text: string;
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/**
 * Cuts a stream of CSV bytes into records (RFC 4180): a line break ends a record unless it stands in quotes, and
 * quotes open only at the start of a field. Blank lines are passed over. A record that isn't UTF-8 or is longer
 * than `limit` bytes gives a fault.
 */
export async function* readCsvRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
  limit: number,
): AsyncGenerator<CsvRecord | LineFault, void, undefined> {
  const separator = delimiter.charCodeAt(0);
  let state: "fieldStart" | "bare" | "quoted" | "quoteSeen" = "fieldStart";
  let line = 1;
  let recordLine = 1;
  let parts: Uint8Array[] = [];
  let length = 0;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function finish(): CsvRecord | LineFault | null {
    const isTooLong = length > limit;
    const bytes = joinBytes(parts, isTooLong ? 0 : length);
    const start = recordLine;
    parts = [];
    length = 0;
    state = "fieldStart";
    recordLine = line;
    if (isTooLong) return tooLong(start, limit);
    const text = decodeUtf8(bytes)?.replace(/\r$/, "");
    if (text === undefined) return notUtf8(start);
    return text.trim() === "" ? null : { line: start, text };
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i];
      if (byte === NEWLINE) line += 1;
      if (state === "quoted") {
        if (byte === QUOTE) state = "quoteSeen";
      } else if (byte === NEWLINE) {
        keep(chunk.subarray(start, i));
        start = i + 1;
        const found = finish();
        if (found !== null) yield found;
      } else if (byte === separator) {
        state = "fieldStart";
      } else if (byte === QUOTE && state !== "bare") {
        state = "quoted";
      } else {
        state = "bare";
      }
    }
    // A copy, because the source may use the chunk's memory again.
    keep(chunk.slice(start));
  }
  const last = length > 0 ? finish() : null;
  if (last !== null) yield last;
}

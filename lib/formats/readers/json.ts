import { decodeUtf8, isBlankByte, joinBytes } from "./bytes.ts";
import { fault, notUtf8, type ReadRow, ROW_LIMIT, rowFromJson, tooLong } from "./read-row.ts";

const OPENERS: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSERS: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const COMMA = 0x2c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const BOM: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf]);

/**
 * Reads a file that is one JSON array of objects, item by item, wherever the chunks are cut. The array is taken
 * apart at its top-level commas, so an item that isn't JSON gives a fault with the line where it begins, and
 * reading goes on behind it. Holds one chunk and at most `limit` bytes of one item.
 */
export async function* readJsonArray(
  chunks: AsyncIterable<Uint8Array>,
  limit = ROW_LIMIT,
): AsyncGenerator<ReadRow, void, undefined> {
  let phase: "before" | "inside" | "after" = "before";
  let line = 1;
  let itemLine = 0;
  let items = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let parts: Uint8Array[] = [];
  let length = 0;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  /** The item that ends here; null for the nothing in `[]`. */
  function finish(isLast: boolean): ReadRow | null {
    const isTooLong = length > limit;
    const bytes = joinBytes(parts, isTooLong ? 0 : length);
    const start = itemLine === 0 ? line : itemLine;
    const isBlank = itemLine === 0;
    parts = [];
    length = 0;
    depth = 0;
    itemLine = 0;
    items += 1;
    if (isTooLong) return tooLong(start, limit);
    if (isBlank)
      return isLast && items === 1 ? null : fault(start, "Nothing stands before this comma or bracket.");
    const text = decodeUtf8(bytes);
    return text === null ? notUtf8(start) : rowFromJson(start, text, false);
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i] ?? 0;
      if (byte === NEWLINE) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        continue;
      }
      if (isBlankByte(byte)) continue;
      if (phase === "before") {
        if (BOM.has(byte)) continue;
        if (byte !== ARRAY_START) {
          yield fault(line, "This file isn't a JSON array: it must begin with [.");
          return;
        }
        phase = "inside";
        start = i + 1;
        continue;
      }
      if (phase === "after") {
        yield fault(
          line,
          "Something stands behind the end of the JSON array: take it out, or use JSON Lines.",
        );
        return;
      }
      if (depth === 0 && (byte === COMMA || byte === ARRAY_END)) {
        keep(chunk.subarray(start, i));
        start = i + 1;
        const found = finish(byte === ARRAY_END);
        if (byte === ARRAY_END) phase = "after";
        if (found !== null) yield found;
        continue;
      }
      if (itemLine === 0) itemLine = line;
      if (byte === QUOTE) inString = true;
      else if (OPENERS.has(byte)) depth += 1;
      else if (CLOSERS.has(byte)) depth = Math.max(0, depth - 1);
    }
    // A copy, because the source may use the chunk's memory again.
    if (phase === "inside") keep(chunk.slice(start));
  }
  if (phase === "before") yield fault(line, "This file is empty.");
  if (phase === "inside") {
    yield fault(
      itemLine === 0 ? line : itemLine,
      "The file ends before the JSON array does: send the whole file again.",
    );
  }
}

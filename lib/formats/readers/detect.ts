import { isBlankByte, withoutBom } from "./bytes.ts";
import { sniffDelimiter } from "./csv-delimiter.ts";

export type FileType = "jsonl" | "json" | "csv" | "parquet" | "unknown";

const PARQUET_MAGIC = [0x50, 0x41, 0x52, 0x31];
const NEWLINE = 0x0a;
const OBJECT_START = 0x7b;
const ARRAY_START = 0x5b;

/**
 * Tells a file's type from its first bytes, and only where those leave it open from its name: `PAR1` is Parquet,
 * `{` JSON Lines, `[` a JSON array; other text with a delimiter in its first line, or a name in .csv or .tsv, is
 * CSV. Archives, UTF-16 and other files with NUL bytes are unknown. Some kilobytes of `head` are enough.
 */
export function detectFileType(head: Uint8Array, name: string): FileType {
  if (PARQUET_MAGIC.every((byte, i) => head[i] === byte)) return "parquet";
  if (head.includes(0)) return "unknown";
  const text = withoutBom(head);
  const start = text.findIndex((byte) => !isBlankByte(byte));
  if (start === -1) return "unknown";
  if (text[start] === OBJECT_START) return "jsonl";
  if (text[start] === ARRAY_START) return "json";
  const end = text.indexOf(NEWLINE, start);
  const line = new TextDecoder().decode(text.subarray(start, end === -1 ? undefined : end));
  if (line.includes("\ufffd")) return "unknown";
  const delimiter = sniffDelimiter(line);
  return /\.(?:csv|tsv)$/i.test(name) || line.includes(delimiter) ? "csv" : "unknown";
}

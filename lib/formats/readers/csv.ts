import { CsvError, parse } from "csv-parse/sync";
import { isBlankByte, joinBytes, withoutBom } from "./bytes.ts";
import { sniffDelimiter } from "./csv-delimiter.ts";
import { readCsvRecords } from "./csv-records.ts";
import { fault, type ReadRow, ROW_LIMIT } from "./read-row.ts";

const NEWLINE = 0x0a;
const HEADER_LIMIT = 64 * 1024;
const WRONG_QUOTES =
  "The quotes of this row are wrong: put quotes around the whole cell and double the ones inside.";

/**
 * Reads CSV (RFC 4180) with a header row, UTF-8, wherever the chunks are cut; the delimiter is told from the
 * header. Values are texts, and an empty cell is no key at all. A record whose quotes or number of cells are
 * wrong gives a fault with the line where it begins, and reading goes on behind it; with a wrong header nothing
 * more is read. Holds one chunk and at most `limit` bytes of one record.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  limit = ROW_LIMIT,
): AsyncGenerator<ReadRow, void, undefined> {
  const { delimiter, all } = await peekHeader(chunks);
  let header: string[] | null = null;
  for await (const found of readCsvRecords(all, delimiter, limit)) {
    if ("error" in found) {
      yield found;
      if (header === null) return;
      continue;
    }
    const cells = cellsOf(found.text, delimiter);
    if (typeof cells === "string") {
      yield fault(found.line, cells);
      if (header === null) return;
    } else if (header === null) {
      header = cells.map((name) => name.trim());
      const wrong = headerFault(header);
      if (wrong !== null) {
        yield fault(found.line, wrong);
        return;
      }
    } else if (cells.length !== header.length) {
      yield fault(
        found.line,
        `This row has ${cells.length} cells and the header has ${header.length}: put quotes around texts that hold ${delimiter === "\t" ? "a tab" : delimiter}`,
      );
    } else {
      yield { line: found.line, row: rowOf(header, cells) };
    }
  }
}

function rowOf(header: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const filled = cells
    .map((cell, i): [string, string] => [header[i] ?? "", cell])
    .filter(([, cell]) => cell !== "");
  return Object.fromEntries(filled);
}

function headerFault(header: readonly string[]): string | null {
  const unnamed = header.indexOf("");
  if (unnamed !== -1) return `Column ${unnamed + 1} of the header has no name: name every column.`;
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  return twice === undefined
    ? null
    : `The header names "${twice}" twice: give every column a name of its own.`;
}

/** The cells of one record, or what is wrong with it. */
function cellsOf(text: string, delimiter: string): string[] | string {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const [cells, ...others] = parse(text, { delimiter, record_delimiter: "\n", relax_column_count: true });
    return cells === undefined || others.length > 0 ? WRONG_QUOTES : cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "A quote opens in this row and never closes: close it, or double quotes that belong to the text."
      : WRONG_QUOTES;
  }
}

/** Reads as far as the first line that isn't blank, to tell the delimiter; `all` gives every byte again. */
async function peekHeader(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ delimiter: string; all: AsyncIterable<Uint8Array> }> {
  const source = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  let head: Uint8Array = new Uint8Array();
  let header: string | null = null;
  while (header === null) {
    const next = await source.next();
    if (next.done !== true) {
      parts.push(next.value.slice());
      length += next.value.length;
    }
    head = withoutBom(joinBytes(parts, length));
    header = headerLine(head.subarray(0, HEADER_LIMIT), next.done === true || head.length >= HEADER_LIMIT);
  }
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield head;
      for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  }
  return { delimiter: sniffDelimiter(header), all: all() };
}

/** The first line that isn't blank; null where it isn't whole yet and more bytes may come. */
function headerLine(bytes: Uint8Array, complete: boolean): string | null {
  const start = bytes.findIndex((byte) => !isBlankByte(byte));
  const end = start === -1 ? -1 : bytes.indexOf(NEWLINE, start);
  if (end === -1 && !complete) return null;
  return new TextDecoder().decode(bytes.subarray(Math.max(start, 0), end === -1 ? undefined : end));
}

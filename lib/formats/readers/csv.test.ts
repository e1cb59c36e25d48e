import fc from "fast-check";
import { expect, test } from "vitest";
import { chunked, collect, utf8 } from "../testing/arbitraries.ts";
import { readCsv } from "./csv.ts";

const read = (text: string, cuts: number[] = [], limit?: number) =>
  collect(readCsv(chunked(utf8(text), cuts), limit));
const cuts = fc.array(fc.nat(), { maxLength: 6 });
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test("cells of any text come back, wherever the chunks are cut, with any delimiter and line end", async () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => `${text}\n"a", ;\t`);
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      cuts,
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      async (cells, at, delimiter, end) => {
        const lines = [["question", "answer"], ...cells].map((row) => row.map(quoted).join(delimiter) + end);
        const found = await read(lines.join(""), at);
        expect(found.map((item) => ("row" in item ? item.row : item))).toEqual(
          cells.map(([question, answer]) => ({ question, answer })),
        );
      },
    ),
  );
});

test("where the chunks are cut makes no difference, whatever the bytes", async () => {
  const byte = fc.oneof(fc.constantFrom(...utf8(',;\t"\n\r aé').values(), 0xff), fc.nat(255));
  const bytes = fc
    .array(byte, { maxLength: 40 })
    .map((values) => Uint8Array.from([...utf8("a,b\n"), ...values]));
  await fc.assert(
    fc.asyncProperty(bytes, cuts, async (stream, at) => {
      const whole = await collect(readCsv(chunked(stream, []), 16));
      expect(await collect(readCsv(chunked(stream, at), 16))).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});

test("a row is numbered by the line where it begins, and an empty cell is no key", async () => {
  expect(await read('\ufeffquestion,answer,level\n"Two\nlines",5,\n\nb,6,7')).toEqual([
    { line: 2, row: { question: "Two\nlines", answer: "5" } },
    { line: 5, row: { question: "b", answer: "6", level: "7" } },
  ]);
});

test("wrong quotes and a wrong number of cells are faults of their row alone", async () => {
  expect(await read('a,b\n"x"y,1\nonly\n5\'10" tall,2\n1,2,3\ngood,4\n')).toEqual([
    { line: 2, error: { field: null, message: expect.stringContaining("quotes of this row are wrong") } },
    { line: 3, error: { field: null, message: expect.stringContaining("has 1 cells and the header has 2") } },
    { line: 4, error: { field: null, message: expect.stringContaining("quotes of this row are wrong") } },
    { line: 5, error: { field: null, message: expect.stringContaining("has 3 cells") } },
    { line: 6, row: { a: "good", b: "4" } },
  ]);
});

test("a quote that never closes is a fault where its row begins", async () => {
  expect(await read('a,b\n1,2\n3,"4\n5,6\n')).toEqual([
    { line: 2, row: { a: "1", b: "2" } },
    { line: 3, error: { field: null, message: expect.stringContaining("never closes") } },
  ]);
});

test("a row that isn't UTF-8 or is too long is a fault, and the next is read", async () => {
  const stream = Uint8Array.from([...utf8("a,b\n1,"), 0xff, ...utf8("\n1,2222222222222222\n3,4\n")]);
  expect(await collect(readCsv(chunked(stream, []), 12))).toEqual([
    { line: 2, error: { field: null, message: expect.stringContaining("UTF-8") } },
    { line: 3, error: { field: null, message: expect.stringContaining("longer than 12 bytes") } },
    { line: 4, row: { a: "3", b: "4" } },
  ]);
});

test("a header that names a column twice or not at all is a fault, and nothing more is read", async () => {
  expect(await read("a,a\n1,2\n")).toEqual([
    { line: 1, error: { field: null, message: expect.stringContaining('names "a" twice') } },
  ]);
  expect(await read("a,,c\n1,2,3\n")).toMatchObject([
    { line: 1, error: { message: expect.stringContaining("Column 2") } },
  ]);
});

test("a cell of a million characters is read", async () => {
  const long = "x".repeat(1_000_000);
  expect(await read(`a,b\n"${long}",1\n`)).toEqual([{ line: 2, row: { a: long, b: "1" } }]);
});

test("leaving off early closes the source", async () => {
  let closed = false;
  async function* stream(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield utf8("a,b\n1,2\n");
    } finally {
      closed = true;
    }
  }
  for await (const item of readCsv(stream())) {
    expect(item.line).toBe(2);
    break;
  }
  expect(closed).toBe(true);
});

import { expect, test } from "vitest";
import { collect } from "../testing/arbitraries.ts";
import { GROUPS, MIXED_SNAPPY, MIXED_ZSTD } from "../testing/parquet-files.ts";
import { type ByteSource, readParquet } from "./parquet.ts";

function source(bytes: Uint8Array): ByteSource {
  const buffer = new Uint8Array(bytes).buffer;
  return { byteLength: buffer.byteLength, slice: async (start, end) => buffer.slice(start, end) };
}
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

const MIXED_ROWS = [
  {
    line: 1,
    row: {
      question: "How many?",
      answer: "a\n#### 5",
      id: 1,
      score: 0.5,
      tags: ["a", "b"],
      when: "2024-01-02T03:04:05.000Z",
      extra: { level: 3, name: "x" },
    },
  },
  {
    line: 2,
    row: {
      question: "Wie viele? ü𝒙",
      answer: "b\n#### 6",
      id: "9007199254740993",
      tags: [],
      when: "2024-01-02T03:04:05.000Z",
      extra: { name: "y" },
    },
  },
  { line: 3, row: { answer: "c\n#### 7", id: -3, score: 2, when: "2024-01-02T03:04:05.000Z" } },
];

test("every type comes out as JSON has it, and what JSON can't write is left out", async () => {
  expect(await collect(readParquet(source(bytes(MIXED_SNAPPY))))).toEqual(MIXED_ROWS);
});

test("Zstandard reads as Snappy does", async () => {
  expect(await collect(readParquet(source(bytes(MIXED_ZSTD))))).toEqual(MIXED_ROWS);
});

test("rows of several row groups come in order, numbered through", async () => {
  const rows = await collect(readParquet(source(bytes(GROUPS))));
  expect(rows).toHaveLength(250);
  for (const [i, row] of rows.entries()) {
    expect(row).toEqual({ line: i + 1, row: { question: `Question ${i}`, answer: `Work\n#### ${i}` } });
  }
});

test("only one row group's bytes are asked for at a time", async () => {
  const file = source(bytes(GROUPS));
  const asked: number[] = [];
  const watched: ByteSource = {
    byteLength: file.byteLength,
    slice(start, end) {
      asked.push(start);
      return file.slice(start, end);
    },
  };
  const reader = readParquet(watched);
  await reader.next();
  const forFirstRow = asked.length;
  expect((await collect(reader)).length).toBe(249);
  expect(asked.length).toBeGreaterThan(forFirstRow);
});

test("a file that was cut off gives one fault and no row", async () => {
  const whole = bytes(GROUPS);
  const found = await collect(readParquet(source(whole.subarray(0, whole.length - 20))));
  expect(found).toEqual([
    { line: 1, error: { field: null, message: expect.stringContaining("send the whole file again") } },
  ]);
});

test("damaged bytes in a later row group give a fault at its first row, after the good rows", async () => {
  const damaged = bytes(GROUPS);
  const third = Math.floor(damaged.length / 2);
  damaged.fill(0xff, third, third + 40);
  const found = await collect(readParquet(source(damaged)));
  const last = found.at(-1);
  expect(last).toMatchObject({ error: { message: expect.stringContaining("can't be decoded") } });
  expect(found.slice(0, -1).every((row) => "row" in row)).toBe(true);
  expect(last?.line).toBe(found.length);
  expect(found.length).toBeGreaterThan(100);
});

test("a file that isn't Parquet gives a fault", async () => {
  for (const text of ["", "PAR1", "question,answer\n1,2\n3,4\n"]) {
    const found = await collect(readParquet(source(new TextEncoder().encode(text))));
    expect(found).toEqual([{ line: 1, error: { field: null, message: expect.stringMatching(/Parquet/) } }]);
  }
});

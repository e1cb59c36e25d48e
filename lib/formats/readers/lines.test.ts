import fc from "fast-check";
import { expect, test } from "vitest";
import { chunked, collect, utf8 } from "../testing/arbitraries.ts";
import { readLines } from "./lines.ts";

const byte = fc.oneof(
  fc.constantFrom(0x0a, 0x0d, 0x20, 0x61, 0xef, 0xbb, 0xbf, 0xc3, 0xbc, 0xff),
  fc.nat(255),
);
const bytes = fc.array(byte, { maxLength: 40 }).map((values) => Uint8Array.from(values));
const cuts = fc.array(fc.nat(), { maxLength: 6 });

test("where the chunks are cut makes no difference, whatever the bytes", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, cuts, async (stream, at) => {
      const whole = await collect(readLines(chunked(stream, []), 12));
      expect(await collect(readLines(chunked(stream, at), 12))).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});

test("lines come back from their joined text with their numbers, blank ones aside", async () => {
  const line = fc.string({ unit: "grapheme", maxLength: 10 }).filter((text) => !/[\n\r\ufeff]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(line), cuts, fc.constantFrom("\n", "\r\n"), async (lines, at, end) => {
      const found = await collect(readLines(chunked(utf8(lines.map((text) => text + end).join("")), at)));
      const expected = lines.map((text, i) => ({ line: i + 1, text, ended: true }));
      expect(found).toEqual(expected.filter(({ text }) => text.trim() !== ""));
    }),
  );
});

test("a byte order mark at the start is taken off, and a last line without an end is told", async () => {
  expect(await collect(readLines(chunked(utf8("\ufeffa\r\n\r\n b"), [])))).toEqual([
    { line: 1, text: "a", ended: true },
    { line: 3, text: " b", ended: false },
  ]);
});

test("a line that isn't UTF-8 gives a fault, and the next line is read", async () => {
  const stream = Uint8Array.from([0x61, 0x0a, 0xc3, 0x28, 0x0a, 0x62, 0x0a]);
  expect(await collect(readLines(chunked(stream, [])))).toEqual([
    { line: 1, text: "a", ended: true },
    { line: 2, error: { field: null, message: expect.stringContaining("UTF-8") } },
    { line: 3, text: "b", ended: true },
  ]);
});

test("a line over 16 MiB gives a fault, and the next line is read", async () => {
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let mib = 0; mib < 17; mib += 1) yield new Uint8Array(1024 * 1024).fill(0x61);
    yield utf8("\nb\n");
  }
  expect(await collect(readLines(stream()))).toEqual([
    { line: 1, error: { field: null, message: expect.stringContaining("longer than 16,384 KiB") } },
    { line: 2, text: "b", ended: true },
  ]);
});

test("a source that uses its chunk's memory again doesn't change what was read", async () => {
  async function* stream(): AsyncGenerator<Uint8Array> {
    const memory = new Uint8Array(2);
    for (const text of ["ab", "cd", "e\n"]) {
      memory.set(utf8(text));
      yield memory;
    }
  }
  expect(await collect(readLines(stream()))).toEqual([{ line: 1, text: "abcde", ended: true }]);
});

test("memory stays flat over a line without end", async () => {
  const before = process.memoryUsage().arrayBuffers;
  let highest = 0;
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let mib = 0; mib < 256; mib += 1) {
      highest = Math.max(highest, process.memoryUsage().arrayBuffers - before);
      yield new Uint8Array(1024 * 1024).fill(0x61);
    }
  }
  await collect(readLines(stream()));
  expect(highest).toBeLessThan(200 * 1024 * 1024);
});

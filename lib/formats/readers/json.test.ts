import fc from "fast-check";
import { expect, test } from "vitest";
import { chunked, collect, utf8 } from "../testing/arbitraries.ts";
import { readJsonArray } from "./json.ts";

const read = (text: string, cuts: number[] = []) => collect(readJsonArray(chunked(utf8(text), cuts)));
const cuts = fc.array(fc.nat(), { maxLength: 6 });

test("the objects of any array come back in order, wherever the chunks are cut and however it is laid out", async () => {
  const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(rows, cuts, fc.constantFrom(0, 2), async (items, at, indent) => {
      const text = JSON.stringify(items, null, indent);
      const found = await read(text, at);
      expect(found.map((item) => ("row" in item ? item.row : item))).toEqual(JSON.parse(text));
    }),
  );
});

test("where the chunks are cut makes no difference, whatever the bytes", async () => {
  const piece = fc.constantFrom("[", "]", "{", "}", ",", '"', "\\", "\n", " ", '{"a":1}', "1", "é");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), cuts, async (pieces, at) => {
      const text = pieces.join("");
      expect(await read(text, at)).toEqual(await read(text));
    }),
    { numRuns: 1000 },
  );
});

test("an item that isn't an object gives a fault at its line, and reading goes on", async () => {
  expect(await read('[\n {"a":1},\n 5,\n {"a" 2},\n {"a":"],[{\\""}\n]\n')).toEqual([
    { line: 2, row: { a: 1 } },
    { line: 3, error: { field: null, message: expect.stringContaining("one JSON object") } },
    { line: 4, error: { field: null, message: expect.stringContaining("This isn't JSON") } },
    { line: 5, row: { a: '],[{"' } },
  ]);
});

test("a file that ends before the array does says so where the last item begins", async () => {
  expect(await read('[\n{"a":1},\n{"a":')).toEqual([
    { line: 2, row: { a: 1 } },
    { line: 3, error: { field: null, message: expect.stringContaining("send the whole file again") } },
  ]);
});

test("an empty array has no rows; an empty file, another beginning and a tail are faults", async () => {
  expect(await read("[ \n ]")).toEqual([]);
  expect(await read("")).toEqual([{ line: 1, error: { field: null, message: "This file is empty." } }]);
  expect(await read('{"data":[]}')).toMatchObject([
    { error: { message: expect.stringContaining("begin with [") } },
  ]);
  expect(await read('[{"a":1}]\n{"b":2}')).toMatchObject([
    { line: 1, row: { a: 1 } },
    { line: 2, error: { message: expect.stringContaining("behind the end") } },
  ]);
  expect(await read('[{"a":1},]')).toMatchObject([
    { row: { a: 1 } },
    { error: { message: expect.any(String) } },
  ]);
});

test("an item over the limit gives a fault, and the next is read", async () => {
  const text = `[{"a":"${"x".repeat(100)}"},{"b":1}]`;
  expect(await collect(readJsonArray(chunked(utf8(text), [20, 50]), 64))).toEqual([
    { line: 1, error: { field: null, message: expect.stringContaining("longer than 64 bytes") } },
    { line: 1, row: { b: 1 } },
  ]);
});

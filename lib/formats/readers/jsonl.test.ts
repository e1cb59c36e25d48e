import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRow, chunked, collect, utf8 } from "../testing/arbitraries.ts";
import { readJsonl } from "./jsonl.ts";

const read = (text: string, cuts: number[] = []) => collect(readJsonl(chunked(utf8(text), cuts)));
const isRow = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

test("every object comes back from its line, every other value gives a fault there, wherever the chunks are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 5 }),
      async (values, cuts) => {
        const texts = values.map((value) => JSON.stringify(value));
        const found = await read(`${texts.join("\n")}\n`, cuts);
        expect(found.map(({ line }) => line)).toEqual(texts.map((_, i) => i + 1));
        for (const [i, item] of found.entries()) {
          const expected: unknown = JSON.parse(texts[i] ?? "");
          if ("row" in item) expect(item.row).toEqual(expected);
          else expect(isRow(expected)).toBe(false);
        }
      },
    ),
  );
});

test("a broken line gives a fault with its number, and reading goes on", async () => {
  expect(await read('{"a":1}\n\n{"a":\n{"a":2}')).toEqual([
    { line: 1, row: { a: 1 } },
    { line: 3, error: { field: null, message: expect.stringContaining("This isn't JSON") } },
    { line: 4, row: { a: 2 } },
  ]);
});

test("a file that ends in the middle of a line says so at that line", async () => {
  expect(await read('{"a":1}\n{"a":"text wi')).toEqual([
    { line: 1, row: { a: 1 } },
    {
      line: 2,
      error: {
        field: null,
        message: "The file ends in the middle of this row: it was cut off, so send the whole file again.",
      },
    },
  ]);
});

test("a file that isn't JSON at all isn't called cut off", async () => {
  const [only] = await read("question,answer");
  expect(only).toMatchObject({ line: 1, error: { message: expect.stringContaining("This isn't JSON") } });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeLines } from "./dedupe-lines.ts";

async function* chunksOf(bytes: Uint8Array, size: number) {
  // One buffer for every chunk, as some sources do.
  const shared = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    shared.set(chunk);
    yield shared.subarray(0, chunk.length);
  }
}

const linesOf = (bytes: Uint8Array, size: number, limit?: number) =>
  Array.fromAsync(wholeLines(chunksOf(bytes, size), limit));

test("every line comes to the byte, wherever the chunks are cut", async () => {
  const piece = fc.constantFrom("a", "é", "小", " ", "\r", "\n", "\r\n", "\n\n", '{"x": 1}');
  await fc.assert(
    fc.asyncProperty(fc.array(piece), fc.integer({ min: 1, max: 9 }), async (pieces, size) => {
      const written = pieces.join("");
      const expected = (written.match(/[^\n]*\n|[^\n]+$/g) ?? [])
        .map((text, at) => ({ line: at + 1, text, bytes: new TextEncoder().encode(text) }))
        .filter(({ text }) => text.trim() !== "");
      expect(await linesOf(new TextEncoder().encode(written), size)).toEqual(expected);
    }),
  );
});

test("a byte order mark before the first line is no part of it", async () => {
  const [first, second] = await linesOf(new TextEncoder().encode("\ufeffa\n\ufeffb"), 2);
  expect([first, second]).toMatchObject([{ text: "a\n" }, { text: "\ufeffb" }]);
});

test("a line that is too long or isn't UTF-8 is told by its number, and the next one is read", async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode(`${"x".repeat(50)}\nok\n`), 0xff, 10, 0x79]);
  expect(await linesOf(bytes, 7, 10)).toEqual([
    { line: 1, error: expect.objectContaining({ message: expect.stringContaining("longer than 10 bytes") }) },
    expect.objectContaining({ line: 2, text: "ok\n" }),
    { line: 3, error: expect.objectContaining({ message: expect.stringContaining("UTF-8") }) },
    expect.objectContaining({ line: 4, text: "y" }),
  ]);
});

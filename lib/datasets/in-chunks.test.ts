import fc from "fast-check";
import { expect, it } from "vitest";
import { inChunks } from "./in-chunks.ts";

async function* source(parts: readonly Uint8Array[]) {
  yield* parts;
}

it("gives the same bytes in chunks of the size, wherever the parts were cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 40 })),
      fc.integer({ min: 1, max: 32 }),
      async (parts, size) => {
        const chunks = await Array.fromAsync(inChunks(source(parts), size));
        expect(chunks.flatMap((chunk) => [...chunk])).toEqual(parts.flatMap((part) => [...part]));
        expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true);
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= size)).toBe(true);
      },
    ),
  );
});

it("asks for no more than the chunk at hand needs", async () => {
  let asked = 0;
  async function* counted() {
    for (;;) {
      asked += 1;
      yield new Uint8Array(4);
    }
  }
  const chunks = inChunks(counted(), 8);
  await chunks.next();
  expect(asked).toBe(2);
  await chunks.next();
  expect(asked).toBe(4);
  await chunks.return();
});

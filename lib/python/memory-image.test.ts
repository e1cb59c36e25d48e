import fc from "fast-check";
import { expect, test } from "vitest";
import { restoreImage, takeImage } from "./memory-image.ts";

const PAGE = 65_536;
const writes = fc.array(fc.tuple(fc.nat(6 * PAGE - 1), fc.nat(255)), { maxLength: 30 });

test("whatever was written since, the memory becomes what it was, and zero where it has grown", () => {
  fc.assert(
    fc.property(writes, writes, fc.integer({ min: 1, max: 3 }), (before, after, pages) => {
      const memory = new Uint8Array(pages * PAGE);
      for (const [at, byte] of before) memory[at % memory.length] = byte;
      const copy = memory.slice();
      const image = takeImage(memory);
      const grown = new Uint8Array((pages + 2) * PAGE);
      grown.set(memory);
      for (const [at, byte] of after) grown[at % grown.length] = byte;
      restoreImage(grown, image);
      expect(Buffer.compare(grown.subarray(0, copy.length), copy)).toBe(0);
      expect(grown.subarray(copy.length).every((byte) => byte === 0)).toBe(true);
    }),
  );
});

test("the image doesn't change with the memory that it was taken from, and keeps no empty page", () => {
  const memory = new Uint8Array(4 * PAGE).fill(7, PAGE, 2 * PAGE);
  const image = takeImage(memory);
  memory.fill(9);
  restoreImage(memory, image);
  expect(memory[PAGE]).toBe(7);
  expect(memory[0]).toBe(0);
  expect(image.spans.map(({ at, bytes }) => [at, bytes.length])).toEqual([[PAGE, PAGE]]);
});

test("minus zero and what isn't a number are content too", () => {
  const memory = new Uint8Array(PAGE);
  new Float64Array(memory.buffer)[3] = -0;
  new Float64Array(memory.buffer)[5] = Number.NaN;
  const copy = memory.slice();
  const image = takeImage(memory);
  memory.fill(1);
  restoreImage(memory, image);
  expect(Buffer.compare(memory, copy)).toBe(0);
});

test("beyond what was used, grown memory is left alone", () => {
  const image = takeImage(new Uint8Array(PAGE));
  const grown = new Uint8Array(3 * PAGE).fill(7);
  restoreImage(grown, image, 2 * PAGE);
  expect(grown.subarray(0, 2 * PAGE).every((byte) => byte === 0)).toBe(true);
  expect(grown.subarray(2 * PAGE).every((byte) => byte === 7)).toBe(true);
  restoreImage(grown, image, 0);
  expect(grown[PAGE - 1]).toBe(0);
});

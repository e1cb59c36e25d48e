/** A copy of an interpreter's linear memory. `spans` leaves out what was zero; offsets and lengths are bytes. */
export interface MemoryImage {
  readonly length: number;
  readonly spans: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

const PAGE = 65_536;

function isZero(words: Float64Array): boolean {
  return words.every((word) => word === 0);
}

/** Copies a memory whose length is a whole number of WebAssembly's pages of 64 KiB. */
export function takeImage(memory: Uint8Array): MemoryImage {
  const spans: { at: number; bytes: Uint8Array }[] = [];
  let from = -1;
  for (let at = 0; at <= memory.length; at += PAGE) {
    const ends =
      at === memory.length || isZero(new Float64Array(memory.buffer, memory.byteOffset + at, PAGE / 8));
    if (!ends && from < 0) from = at;
    if (ends && from >= 0) {
      spans.push({ at: from, bytes: memory.slice(from, at) });
      from = -1;
    }
  }
  return { length: memory.length, spans };
}

/**
 * Makes the memory what it was when the image was taken. What it has grown by since is zero up to `used`, the end of
 * what was ever written, in bytes; all of it if not given.
 */
export function restoreImage(memory: Uint8Array, image: MemoryImage, used: number = memory.length): void {
  let end = 0;
  for (const { at, bytes } of image.spans) {
    memory.fill(0, end, at);
    memory.set(bytes, at);
    end = at + bytes.length;
  }
  memory.fill(0, end, Math.max(used, image.length));
}

/**
 * Regroups bytes into chunks of exactly `size`, but for a shorter last one; nothing for no bytes. Holds one chunk,
 * and gives each in memory of its own. Asks the source for more only when the caller asks for a chunk.
 */
export async function* inChunks(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let chunk = new Uint8Array(size);
  let filled = 0;
  for await (const part of source) {
    for (let from = 0; from < part.length; ) {
      const taken = part.subarray(from, from + size - filled);
      chunk.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled < size) continue;
      yield chunk;
      chunk = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

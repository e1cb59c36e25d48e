/** A stream that asks for a chunk when the one before was taken; whoever stops reading ends the generator. */
export function byteStream<T extends Uint8Array>(
  chunks: AsyncGenerator<T, void, undefined>,
): ReadableStream<T> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return();
    },
  });
}

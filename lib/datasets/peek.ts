/** The first items of a stream, and the whole stream, those items included. */
export interface Peeked<T> {
  first: T[];
  all: AsyncGenerator<T, void, undefined>;
}

/** Looks at the first `count` items; no more is asked of the source until `all` is read. Closing `all` closes it. */
export async function peek<T>(source: AsyncGenerator<T, void, undefined>, count: number): Promise<Peeked<T>> {
  const first: T[] = [];
  while (first.length < count) {
    const next = await source.next();
    if (next.done) break;
    first.push(next.value);
  }
  async function* all(): AsyncGenerator<T, void, undefined> {
    try {
      yield* first;
      yield* source;
    } finally {
      await source.return();
    }
  }
  return { first, all: all() };
}

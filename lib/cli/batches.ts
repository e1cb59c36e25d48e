interface Fullness {
  /** Most items of a batch. */
  items: number;
  /** A batch is full once its items weigh as much. */
  weight: number;
  /** A batch that isn't full goes on its way after so long all the same. */
  milliseconds: number;
}

const LATE = Symbol("late");

/**
 * Gathers what comes into batches, in order. A batch is given on when it is full, when nothing more comes, or when
 * its first item has waited long enough for others: whoever writes line by line and waits for answers gets them.
 */
export async function* batches<Item>(
  source: AsyncIterable<Item>,
  weigh: (item: Item) => number,
  { items, weight, milliseconds }: Fullness,
): AsyncGenerator<Item[], void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let coming = iterator.next();
  let isOver = false;
  while (!isOver) {
    const first = await coming;
    if (first.done) return;
    coming = iterator.next();
    const batch = [first.value];
    let heavy = weigh(first.value);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<typeof LATE>((resolve) => {
      timer = setTimeout(() => resolve(LATE), milliseconds);
    });
    while (batch.length < items && heavy < weight) {
      const next = await Promise.race([coming, late]);
      if (next === LATE) break;
      isOver = next.done === true;
      if (next.done) break;
      batch.push(next.value);
      heavy += weigh(next.value);
      coming = iterator.next();
    }
    clearTimeout(timer);
    yield batch;
  }
}

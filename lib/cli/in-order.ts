/**
 * Works on what comes, `width` items at the same time, and gives the results in the order of the items, each as soon
 * as it and all before it are there. Takes no more from the source than it works on, so a slow reader slows the
 * source down. The first failure in that order is thrown.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const running: { result: Promise<Result> }[] = [];
  let coming: Promise<IteratorResult<Item, unknown>> | null = null;
  let isOver = false;
  while (!isOver || running.length > 0) {
    const [head] = running;
    if (!isOver && running.length < width) {
      coming ??= heard(iterator.next());
      const isHeadFirst = head !== undefined && (await isSettledFirst(head.result, coming));
      if (!isHeadFirst) {
        const next = await coming;
        coming = null;
        if (next.done) isOver = true;
        else running.push({ result: heard(work(next.value)) });
        continue;
      }
    }
    const ended = running.shift();
    if (ended) yield await ended.result;
  }
}

/** A promise that may fail before anyone waits for it. */
function heard<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

function isSettledFirst(one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> {
  const as = (which: boolean) => (): boolean => which;
  return Promise.race([one.then(as(true), as(true)), other.then(as(false), as(false))]);
}

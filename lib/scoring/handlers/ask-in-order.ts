import { fitsShare } from "#lib/paths/sample-budget.ts";

export interface AskingLimits {
  /** Items that may be out at a time. */
  window: number;
  /** Null: as much as it takes. In dollars; `ceiling`: the most that an item can cost. */
  budget: number | null;
  ceiling: number;
}

/**
 * Works through items in their order, a window of them at a time. With a budget the n-th is begun only once all up to a
 * window before it are done, so what is begun depends on their costs alone, never on the clock. `work` gives a cost.
 */
export async function askInOrder<Item>(
  items: AsyncIterable<Item>,
  { window, budget, ceiling }: AskingLimits,
  work: (item: Item) => Promise<number>,
): Promise<"done" | "budget"> {
  const out: Promise<number>[] = [];
  let spent = 0;
  let n = 0;
  let stopped: "done" | "budget" = "done";
  const wait = async (): Promise<void> => {
    const next = out.shift();
    if (next !== undefined) spent += await next;
  };
  for await (const item of items) {
    if (out.length >= window) await wait();
    if (budget !== null && !fitsShare(n, spent, { budget, ceiling, window })) {
      stopped = "budget";
      break;
    }
    n += 1;
    const cost = work(item);
    // A failure is met when its turn comes.
    cost.catch(() => {});
    out.push(cost);
  }
  while (out.length > 0) await wait();
  return stopped;
}

import { fitsShare } from "./fits-share.ts";

export interface AskingLimits {
  /** Items that may be out at a time. */
  window: number;
  /** Null: as much as it takes. In dollars; `ceiling`: the most that an item can cost. */
  budget: number | null;
  ceiling: number;
  /** True once it is no use to ask any further. */
  isFailing?: () => boolean;
}

/**
 * Works through items in their order, a window of them at a time: the n-th is begun only once the one a window before
 * it is done. So with a budget, what is begun depends on costs alone, never on the clock. `work` gives a cost.
 */
export async function askInOrder<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { window, budget, ceiling, isFailing }: AskingLimits,
  work: (item: Item) => Promise<number>,
): Promise<"done" | "budget" | "failing"> {
  const out: Promise<number>[] = [];
  let spent = 0;
  let n = 0;
  let stopped: "done" | "budget" | "failing" = "done";
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
    if (isFailing?.()) {
      stopped = "failing";
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

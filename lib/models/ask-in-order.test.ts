import fc from "fast-check";
import { expect, test } from "vitest";
import { askInOrder } from "./ask-in-order.ts";

const unlimited = { budget: null, ceiling: 1 };
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

test("no more than a window of items are out at a time, and all are worked through in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 5 }),
      fc.scheduler(),
      async (count, window, scheduler) => {
        const begun: number[] = [];
        let out = 0;
        let most = 0;
        const asked = askInOrder(upTo(count), { ...unlimited, window }, async (item) => {
          begun.push(item);
          out += 1;
          most = Math.max(most, out);
          await scheduler.schedule(Promise.resolve());
          out -= 1;
          return 1;
        });
        expect(await scheduler.waitFor(asked)).toBe("done");
        expect(begun).toEqual(upTo(count));
        expect(most).toBeLessThanOrEqual(window);
      },
    ),
  );
});

test("what is begun within a budget depends on costs alone, not on which item is done first", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 }),
      fc.integer({ min: 0, max: 150 }),
      fc.scheduler(),
      async (costs, budget, scheduler) => {
        const limits = { window: 3, budget, ceiling: 10 };
        const calm: number[] = [];
        const calmly = await askInOrder(costs, limits, async (cost) => calm.push(cost) && cost);
        const stormy: number[] = [];
        const asked = askInOrder(costs, limits, async (cost) => {
          stormy.push(cost);
          await scheduler.schedule(Promise.resolve());
          return cost;
        });
        expect(await scheduler.waitFor(asked)).toBe(calmly);
        expect(stormy).toEqual(calm);
        expect(calm.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(budget);
      },
    ),
  );
});

test("once it is no use, nothing further is begun", async () => {
  const begun: number[] = [];
  const limits = { ...unlimited, window: 1, isFailing: () => begun.length === 2 };
  const stopped = await askInOrder(upTo(5), limits, async (item) => begun.push(item));
  expect(stopped).toBe("failing");
  expect(begun).toEqual([0, 1]);
});

test("a failure ends it", async () => {
  const limits = { ...unlimited, window: 2 };
  const asked = askInOrder(upTo(5), limits, async (item) => {
    if (item === 1) throw new Error("gone");
    return 0;
  });
  await expect(asked).rejects.toThrow("gone");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

/** Ends after `turns` turns of the event loop. */
async function turnsOfTheLoop(turns: number): Promise<void> {
  for (let left = turns; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
}

test("results come in the order of the items, however long each takes, and never more at a time than allowed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      async (items, width) => {
        let taken = 0;
        let given = 0;
        let active = 0;
        async function* source() {
          for (const [wait, work] of items) {
            await turnsOfTheLoop(wait);
            taken += 1;
            yield work;
          }
        }
        const results: number[] = [];
        const worked = inOrder(source(), width, async (work) => {
          active += 1;
          expect(active).toBeLessThanOrEqual(width);
          await turnsOfTheLoop(work);
          active -= 1;
          return work;
        });
        for await (const result of worked) {
          results.push(result);
          given += 1;
          expect(taken - given).toBeLessThanOrEqual(width);
        }
        expect(results).toEqual(items.map(([, work]) => work));
      },
    ),
    { numRuns: 50 },
  );
});

test("a result is given on while the source is silent", async () => {
  const silence = Promise.withResolvers<void>();
  async function* source() {
    yield 1;
    await silence.promise;
    yield 2;
  }
  const worked = inOrder(source(), 4, async (item) => item * 10);
  expect((await worked.next()).value).toBe(10);
  silence.resolve();
  expect((await worked.next()).value).toBe(20);
  expect((await worked.next()).done).toBe(true);
});

test("a failure is thrown in its place, after the results before it", async () => {
  async function* source() {
    yield* [1, 2, 3];
  }
  const worked = inOrder(source(), 3, (item) =>
    item === 2 ? Promise.reject(new Error("no")) : turnsOfTheLoop(3).then(() => item),
  );
  expect((await worked.next()).value).toBe(1);
  await expect(worked.next()).rejects.toThrow("no");
});

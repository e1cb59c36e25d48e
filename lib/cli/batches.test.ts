import fc from "fast-check";
import { expect, test } from "vitest";
import { batches } from "./batches.ts";

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

async function* from<Item>(items: readonly Item[]): AsyncGenerator<Item, void, undefined> {
  yield* items;
}

test("every item comes once, in order, and no batch is larger or heavier than it may be", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 20 })),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 50 }),
      async (weights, items, weight) => {
        const found = await all(
          batches(from(weights), (each) => each, { items, weight, milliseconds: 10_000 }),
        );
        expect(found.flat()).toEqual(weights);
        for (const [at, batch] of found.entries()) {
          const weighs = batch.reduce((sum, each) => sum + each, 0);
          expect(batch.length).toBeLessThanOrEqual(items);
          expect(weighs - (batch.at(-1) ?? 0)).toBeLessThan(weight);
          const isLast = at === found.length - 1;
          expect(isLast || batch.length === items || weighs >= weight).toBe(true);
        }
      },
    ),
  );
});

test("what has come is given on while the source is silent", async () => {
  const release = Promise.withResolvers<void>();
  async function* silent(): AsyncGenerator<number, void, undefined> {
    yield 1;
    yield 2;
    await release.promise;
    yield 3;
  }
  const given = batches(silent(), () => 1, { items: 100, weight: 100, milliseconds: 1 });
  expect((await given.next()).value).toEqual([1, 2]);
  release.resolve();
  expect(await all(given)).toEqual([[3]]);
});

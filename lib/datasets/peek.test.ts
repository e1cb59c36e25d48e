import fc from "fast-check";
import { expect, it } from "vitest";
import { peek } from "./peek.ts";

function counting(items: readonly number[]) {
  const state = { asked: 0, closed: false };
  async function* source(): AsyncGenerator<number, void, undefined> {
    try {
      for (const item of items) {
        state.asked += 1;
        yield item;
      }
    } finally {
      state.closed = true;
    }
  }
  return { state, source: source() };
}

it("gives the first items and then the whole stream, for any length and count", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer()), fc.nat({ max: 20 }), async (items, count) => {
      const { state, source } = counting(items);
      const { first, all } = await peek(source, count);
      expect(first).toEqual(items.slice(0, count));
      expect(state.asked).toBe(Math.min(count, items.length));
      expect(await Array.fromAsync(all)).toEqual(items);
      expect(state.closed).toBe(true);
    }),
  );
});

it("closes the source when its reader stops early, even within the first items", async () => {
  for (const stopAt of [1, 3]) {
    const { state, source } = counting([1, 2, 3, 4]);
    const { all } = await peek(source, 2);
    for await (const item of all) if (item === stopAt) break;
    expect(state).toEqual({ asked: Math.max(2, stopAt), closed: true });
  }
});

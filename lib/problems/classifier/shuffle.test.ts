import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "#lib/statistics/seeded.ts";
import { shuffle } from "./shuffle.ts";

test("a shuffle has the same items, and is the same for the same seed", () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), fc.integer(), (items, seed) => {
      const shuffled = shuffle(items, seeded(seed));
      expect(shuffled).toHaveLength(items.length);
      expect(new Set(shuffled)).toEqual(new Set(items));
      expect(shuffle(items, seeded(seed))).toEqual(shuffled);
    }),
  );
});

test("every order of three comes up about as often as any other", () => {
  const random = seeded(5);
  const seen = new Map<string, number>();
  for (let turn = 0; turn < 6000; turn += 1) {
    const order = shuffle(["a", "b", "c"], random).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleOf, seededRandom } from "./random.ts";

const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const first = (...seeds: number[]) => {
  const random = seededRandom(...seeds);
  return Array.from({ length: 5 }, random);
};

test("the same seeds give the same numbers, all from 0 up to 1", () => {
  fc.assert(
    fc.property(seed, seed, (a, b) => {
      const numbers = first(a, b);
      expect(numbers).toEqual(first(a, b));
      expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    }),
  );
});

test("neighbouring seeds, and the same ones the other way round, give other numbers", () => {
  fc.assert(
    fc.property(seed, seed, (a, b) => {
      expect(first(a, b)).not.toEqual(first(a, b + 1));
    }),
  );
  expect(first(1, 2)).not.toEqual(first(2, 1));
});

test("a sample has different members of the list, as many as there can be", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), seed, (members, count, start) => {
      const chosen = sampleOf(members, count, seededRandom(start));
      expect(chosen).toHaveLength(Math.min(count, members.length));
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.every((one) => members.includes(one))).toBe(true);
    }),
  );
});

test("every member comes first about equally often", () => {
  const counts = [0, 0, 0, 0];
  for (let start = 0; start < 4000; start += 1) {
    const [one = 0] = sampleOf([0, 1, 2, 3], 2, seededRandom(start));
    counts[one] = (counts[one] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

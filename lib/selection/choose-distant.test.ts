import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseDistant } from "./choose-distant.ts";

const points = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 });
const line = (places: readonly number[]) => (a: number, b: number) =>
  Math.abs((places[a] ?? 0) - (places[b] ?? 0)) / 60;

function narrowest(items: readonly number[], distance: (a: number, b: number) => number): number {
  return items.reduce(
    (least, a, at) => items.slice(at + 1).reduce((here, b) => Math.min(here, distance(a, b)), least),
    Number.POSITIVE_INFINITY,
  );
}

function subsets(n: number, size: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: n }, (_, at) => at).flatMap((last) =>
    subsets(last, size - 1).map((rest) => [...rest, last]),
  );
}

const options = fc.record({
  k: fc.integer({ min: 1, max: 5 }),
  least: fc.constantFrom(0, 0.1, 0.3),
  exactUpTo: fc.constantFrom(0, 16),
});

describe("chooseDistant", () => {
  test("chooses no more than k, no one twice, and no two nearer than allowed", () => {
    fc.assert(
      fc.property(points, options, (places, wanted) => {
        const distance = line(places);
        const items = chooseDistant(places.length, distance, wanted).map(({ item }) => item);
        expect(items.length).toBeGreaterThan(0);
        expect(items.length).toBeLessThanOrEqual(wanted.k);
        expect(new Set(items).size).toBe(items.length);
        expect(narrowest(items, distance)).toBeGreaterThanOrEqual(wanted.least);
      }),
    );
  });

  test("exactly, its least distance is that of the best of all sets of its size", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 4 }), (places, k) => {
        fc.pre(k < places.length);
        const distance = line(places);
        const items = chooseDistant(places.length, distance, { k, least: 0, exactUpTo: 16 }).map(
          ({ item }) => item,
        );
        const best = Math.max(...subsets(places.length, k).map((set) => narrowest(set, distance)));
        expect(narrowest(items, distance)).toBe(best);
      }),
    );
  });

  test("greedily, it is at least half as good as the best", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 2, max: 4 }), (places, k) => {
        fc.pre(k < places.length);
        const distance = line(places);
        const chosen = (exactUpTo: number) =>
          chooseDistant(places.length, distance, { k, least: 0, exactUpTo }).map(({ item }) => item);
        expect(2 * narrowest(chosen(0), distance)).toBeGreaterThanOrEqual(
          narrowest(chosen(16), distance) - 1e-12,
        );
      }),
    );
  });

  test("greedily, each is the farthest from those before it, and never measured against those not chosen", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 5 }), (places, k) => {
        fc.pre(places.length > k);
        const asked: [number, number][] = [];
        const distance = line(places);
        const spy = (a: number, b: number) => {
          asked.push([a, b]);
          return distance(a, b);
        };
        const chosen = chooseDistant(places.length, spy, { k, least: 0, exactUpTo: 0 });
        const items = new Set(chosen.map(({ item }) => item));
        expect(asked.every(([a]) => items.has(a))).toBe(true);
        expect(asked.length).toBeLessThanOrEqual(places.length * k);
        chosen.slice(1).forEach(({ item, distance: away }, at) => {
          const before = chosen.slice(0, at + 1);
          const of = (one: number) => Math.min(...before.map((other) => distance(one, other.item)));
          expect(away).toBe(of(item));
          expect(of(item)).toBe(Math.max(...places.map((_, one) => of(one))));
        });
      }),
    );
  });

  test("ties go to the first in order", () => {
    const chosen = chooseDistant(4, () => 0.5, { k: 2, least: 0, exactUpTo: 0 });
    expect(chosen).toEqual([
      { item: 0, distance: null, nearest: null },
      { item: 1, distance: 0.5, nearest: 0 },
    ]);
    expect(chooseDistant(4, () => 0.5, { k: 2, least: 0, exactUpTo: 9 }).map(({ item }) => item)).toEqual([
      0, 1,
    ]);
  });
});

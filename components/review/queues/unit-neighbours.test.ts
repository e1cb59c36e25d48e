import fc from "fast-check";
import { expect, test } from "vitest";
import { unitNeighbours } from "./unit-neighbours.ts";

test("going on from the first unit comes by every unit once and back to the first", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1 }), { minLength: 2 }), (ids) => {
      const [first = 0] = ids;
      const walked: number[] = [];
      let at = first;
      do {
        walked.push(at);
        at = unitNeighbours(ids, at).after ?? first;
      } while (at !== first);
      expect(walked).toEqual(ids);
    }),
  );
});

test("after one that isn't in the list comes its first, and before it none", () => {
  expect(unitNeighbours([4, 5], 9)).toEqual({ before: null, after: 4 });
});

test("alone, it has no neighbours", () => {
  expect(unitNeighbours([4], 4)).toEqual({ before: null, after: null });
  expect(unitNeighbours([], 4)).toEqual({ before: null, after: null });
});

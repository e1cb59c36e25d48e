import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowAfterKey, toggled, toggledAll } from "./data-grid-keys.ts";

const keys = ["ArrowDown", "ArrowUp", "j", "k", "PageDown", "PageUp", "Home", "End"];

describe("rowAfterKey", () => {
  test("every moving key leads to a row that exists", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -1, max: 49 }),
        fc.integer({ min: -2, max: 20 }),
        (key, count, active, page) => {
          const row = rowAfterKey(key, Math.min(active, count - 1), count, page);
          expect(row).toBeGreaterThanOrEqual(0);
          expect(row).toBeLessThan(count);
        },
      ),
    );
  });

  test("down and up are each other's inverse away from the ends", () => {
    expect(rowAfterKey("ArrowDown", 3, 10, 5)).toBe(4);
    expect(rowAfterKey("ArrowUp", 4, 10, 5)).toBe(3);
    expect(rowAfterKey("j", 9, 10, 5)).toBe(9);
    expect(rowAfterKey("PageDown", 2, 10, 5)).toBe(7);
  });

  test("with no active row, down starts at the top and up at the bottom", () => {
    expect(rowAfterKey("ArrowDown", -1, 10, 5)).toBe(0);
    expect(rowAfterKey("ArrowUp", -1, 10, 5)).toBe(9);
  });

  test("other keys and empty grids don't move", () => {
    expect(rowAfterKey("x", 0, 10, 5)).toBeNull();
    expect(rowAfterKey("End", -1, 0, 5)).toBeNull();
  });
});

describe("selection", () => {
  const ids = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 8 });

  test("toggling twice changes nothing, and the given set is left as it was", () => {
    fc.assert(
      fc.property(ids, fc.string({ maxLength: 3 }), (list, key) => {
        const before = new Set(list);
        expect(toggled(toggled(before, key), key)).toEqual(new Set(list));
        expect(before).toEqual(new Set(list));
      }),
    );
  });

  test("select all adds all rows to what is selected; a second time it takes just those away", () => {
    expect(toggledAll(new Set(["z", "a"]), ["a", "b"])).toEqual(new Set(["z", "a", "b"]));
    expect(toggledAll(new Set(["z", "a", "b"]), ["a", "b"])).toEqual(new Set(["z"]));
  });
});

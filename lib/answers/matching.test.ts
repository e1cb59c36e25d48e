import fc from "fast-check";
import { expect, test } from "vitest";
import { hasPerfectMatching } from "./matching.ts";

/** By trying all orders. */
function exhaustively(table: boolean[][], row = 0, used = new Set<number>()): boolean {
  if (row === table.length) return true;
  return (table[row] ?? []).some(
    (fits, column) => fits && !used.has(column) && exhaustively(table, row + 1, new Set([...used, column])),
  );
}

test("a matching is found exactly where trying all orders finds one", () => {
  const square = fc.integer({ min: 0, max: 6 }).chain((size) =>
    fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  );
  fc.assert(
    fc.property(square, (table) => {
      const found = hasPerfectMatching(table.length, (row, column) => table[row]?.[column] ?? false);
      expect(found).toBe(exhaustively(table));
    }),
  );
});

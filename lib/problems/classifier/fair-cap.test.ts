import fc from "fast-check";
import { expect, test } from "vitest";
import { fairCap } from "./fair-cap.ts";

const sizes = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 });
const taken = (of: readonly number[], cap: number) => of.reduce((sum, size) => sum + Math.min(size, cap), 0);

test("it takes no more than there may be, and one more for each would be too many or nothing more", () => {
  fc.assert(
    fc.property(sizes, fc.nat(20_000), (of, most) => {
      const cap = fairCap(of, most);
      expect(taken(of, cap)).toBeLessThanOrEqual(most);
      const more = taken(of, cap + 1);
      expect(more > most || more === taken(of, cap)).toBe(true);
    }),
  );
});

test("where all fit it is the largest size; of nothing it is 0", () => {
  expect(fairCap([5, 1, 9], 100)).toBe(9);
  expect(fairCap([5, 1, 9], 7)).toBe(3);
  expect(fairCap([], 10)).toBe(0);
});

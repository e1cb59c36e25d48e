import fc from "fast-check";
import { expect, test } from "vitest";
import { isHeldOut } from "./split.ts";

test("about the share is held out, and always the same ones", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(0.1, 0.3, 0.5), (seed, share) => {
      const ids = Array.from({ length: 2000 }, (_, at) => at + 1);
      const held = ids.filter((id) => isHeldOut(id, seed, share));
      expect(Math.abs(held.length / ids.length - share)).toBeLessThan(0.06);
      expect(ids.filter((id) => isHeldOut(id, seed, share))).toEqual(held);
    }),
    { numRuns: 20 },
  );
});

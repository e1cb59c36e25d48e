import fc from "fast-check";
import { expect, test } from "vitest";
import { trust } from "../contract/trust.ts";
import { positionBias } from "./position-bias.ts";

const problem = fc
  .record({
    comparisons: fc.integer({ min: 0, max: 20 }),
    inconsistent: fc.nat(20),
    decided: fc.nat(40),
    left: fc.nat(40),
  })
  .map(({ comparisons, inconsistent, decided, left }) => ({
    comparisons,
    inconsistent: Math.min(inconsistent, comparisons),
    decided,
    left: Math.min(left, decided),
  }));

test("shares are of all comparisons and of all decided answers, or null with a reason", () => {
  fc.assert(
    fc.property(fc.array(problem), (problems) => {
      const found = positionBias(problems);
      expect(trust.shape.position.parse(found)).toEqual(found);
      const sum = (of: (one: (typeof problems)[number]) => number) =>
        problems.reduce((total, one) => total + of(one), 0);
      const comparisons = sum((one) => one.comparisons);
      const decided = sum((one) => one.decided);
      expect(found.comparisons).toBe(comparisons);
      if (comparisons === 0) expect(found.inconsistent.why).toContain("No comparison");
      else expect(found.inconsistent.value).toBeCloseTo(sum((one) => one.inconsistent) / comparisons, 12);
      if (decided === 0) expect(found.leftWins.why).toContain("No answer");
      else expect(found.leftWins.value).toBeCloseTo(sum((one) => one.left) / decided, 12);
    }),
  );
});

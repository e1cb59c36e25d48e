import fc from "fast-check";
import { expect, test } from "vitest";
import { goldDue } from "./gold-due.ts";

test("over any number of units the share of gold ones is kept to within one", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      fc.integer({ min: 1, max: 400 }),
      (share, units) => {
        let gold = 0;
        for (let all = 0; all < units; all += 1) if (goldDue({ all, gold }, share)) gold += 1;
        expect(Math.abs(gold - share * units)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("without a share there is none", () => {
  expect(goldDue({ all: 1000, gold: 0 }, 0)).toBe(false);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsShare } from "./fits-share.ts";

test("a model that is asked by this rule never spends more than its share", () => {
  const cost = fc.double({ min: 0, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(cost, { maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (costs, window, budget) => {
        let asked = 0;
        for (const [n] of costs.entries()) {
          const settled = costs.slice(0, Math.max(0, n - window + 1)).reduce((sum, one) => sum + one, 0);
          if (!fitsShare(n, settled, { budget, ceiling: 0.5, window })) break;
          asked = n + 1;
        }
        expect(costs.slice(0, asked).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(budget + 1e-9);
      },
    ),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { sharesOf } from "./sample-budget.ts";

const models = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    ceiling: fc.double({ min: 0, max: 1, noNaN: true }),
    samples: fc.integer({ min: 1, max: 100 }),
  }),
  { minLength: 1, maxLength: 5 },
);

test("shares sum to the budget, in proportion to what each model can cost", () => {
  fc.assert(
    fc.property(models, fc.double({ min: 0, max: 100, noNaN: true }), (all, budget) => {
      const unique = all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
      fc.pre(unique.some(({ ceiling }) => ceiling > 1e-6));
      const shares = [...sharesOf(budget, unique).values()];
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(budget, 6);
    }),
  );
});

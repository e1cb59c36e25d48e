import fc from "fast-check";
import { expect, test } from "vitest";
import { newSteps, spend } from "./steps.ts";

test("steps run out when more than the limit was spent, and stay out", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(500), (costs, limit) => {
      const steps = newSteps(limit);
      let sum = 0;
      for (const cost of costs) {
        sum += cost;
        expect(spend(steps, cost)).toBe(sum <= limit);
      }
      expect(steps.taken).toBe(sum);
    }),
  );
});

test("without a limit steps are only counted", () => {
  const steps = newSteps();
  expect(spend(steps, 1e12)).toBe(true);
  expect(steps.taken).toBe(1e12);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { sequence } from "./answer.ts";
import { readLeaf } from "./leaf.ts";
import { areProportional, hasValue } from "./ratio.ts";
import { newSteps } from "./steps.ts";
import { whole } from "./value.ts";

const ratio = (...terms: (number | string)[]) =>
  sequence(
    "ratio",
    terms.map((term) => readLeaf(String(term), newSteps())),
  );
const term = fc.integer({ min: 1, max: 99 });

test("ratios are proportional exactly when a common factor makes one of the other", () => {
  fc.assert(
    fc.property(term, term, term, term, (a, b, c, k) => {
      expect(areProportional(ratio(a, b), ratio(k * a, k * b), newSteps())).toBe(true);
      expect(areProportional(ratio(a, b, c), ratio(k * a, k * b, k * c), newSteps())).toBe(true);
      expect(areProportional(ratio(a, b), ratio(c, k), newSteps())).toBe(a * k === b * c);
      expect(areProportional(ratio(a, b), ratio(a, b, c), newSteps())).toBe(false);
    }),
  );
  expect(areProportional(ratio("x", 1), ratio(1, 2), newSteps())).toBeNull();
});

test("a ratio of two has the value of its quotient", () => {
  fc.assert(
    fc.property(term, term, (a, b) => {
      expect(hasValue(ratio(a * b, b), whole(BigInt(a)), newSteps())).toBe(true);
      expect(hasValue(ratio(a * b, b), whole(BigInt(a + 1)), newSteps())).toBe(false);
      expect(hasValue(ratio(a, 1, 1), whole(BigInt(a)), newSteps())).toBe(false);
    }),
  );
});

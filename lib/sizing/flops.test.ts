import fc from "fast-check";
import { expect, test } from "vitest";
import { inferenceFlops } from "./flops.ts";

test("a 7 B model writes a thousand tokens for 14 TFLOPs, and twice the size or length costs twice as much", () => {
  expect(inferenceFlops(7e9, 1000)).toBe(1.4e13);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (parameters, tokens) => {
      const once = inferenceFlops(parameters, tokens);
      expect(inferenceFlops(2 * parameters, tokens)).toBe(2 * once);
      expect(inferenceFlops(parameters, 2 * tokens)).toBe(2 * once);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { figure as shape } from "../contract/trust.ts";
import { figure } from "./figure.ts";

test("a figure is a finite number, or null with a reason", () => {
  const value = fc.oneof(fc.constant(null), fc.double());
  fc.assert(
    fc.property(value, fc.nat(), (value, n) => {
      const found = figure({ value, n }, "There is nothing to measure.");
      expect(shape.parse(found)).toEqual(found);
      if (value !== null && Number.isFinite(value)) expect(found).toMatchObject({ value, n, why: null });
      else expect(found).toMatchObject({ value: null, n, why: "There is nothing to measure." });
    }),
  );
});

test("a note stands with a number alone", () => {
  expect(figure({ value: 0.5, n: 2, low: 0, high: 1 }, "none", "of a sample")).toEqual({
    value: 0.5,
    low: 0,
    high: 1,
    n: 2,
    why: "of a sample",
  });
  expect(figure({ value: null, n: 0, low: 0, high: 1 }, "none", "of a sample").why).toBe("none");
});

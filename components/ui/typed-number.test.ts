import fc from "fast-check";
import { expect, test } from "vitest";
import { typedNumber } from "./typed-number.ts";

test("a number within its limits is taken as it is typed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (value) => {
      expect(typedNumber(` ${value} `, { min: 1, max: 1000 })).toEqual({ value, error: null });
    }),
  );
});

test("whatever is typed gives a number within the limits or says what to type", () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const { value, error } = typedNumber(typed, { min: 0, max: 1, whole: false });
      if (error === null) expect(value !== null && value >= 0 && value <= 1).toBe(true);
      else expect(error).toBe("Type a number from 0 to 1.");
    }),
  );
});

test("an empty field is no number only where it may be", () => {
  expect(typedNumber(" ", { min: 1, max: 9, optional: true })).toEqual({ value: null, error: null });
  expect(typedNumber("", { min: 1, max: 9000 }).error).toBe("Type a whole number from 1 to 9,000.");
  expect(typedNumber("1.5", { min: 1, max: 9 }).error).not.toBeNull();
});

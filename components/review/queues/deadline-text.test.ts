import fc from "fast-check";
import { expect, test } from "vitest";
import { deadlineText, typedDeadline } from "./deadline-text.ts";

test("a deadline comes back from the field as it went in, to the minute", () => {
  // Not in the autumn hour that a local clock shows twice: by days, at noon UTC.
  const noon = fc
    .integer({ min: 0, max: 20_000 })
    .map((day) => new Date(86_400_000 * day + 43_200_000).toISOString());
  fc.assert(
    fc.property(noon, (deadline) => {
      expect(typedDeadline(deadlineText(deadline))).toEqual({ value: deadline, error: null });
    }),
  );
});

test("an empty field is no deadline, and nonsense is refused in words", () => {
  expect(deadlineText(null)).toBe("");
  expect(typedDeadline(" ")).toEqual({ value: null, error: null });
  expect(typedDeadline("soon").error).toMatch(/^Give a day/);
});

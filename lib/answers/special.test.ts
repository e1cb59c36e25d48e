import fc from "fast-check";
import { expect, test } from "vitest";
import { readSpecial } from "./special.ts";
import { newSteps } from "./steps.ts";

const kind = (text: string) => readSpecial(text, newSteps())?.kind ?? null;

test("each kind is told from the others", () => {
  expect(kind("1011_2")).toBe("based");
  expect(kind("March 5, 2024")).toBe("day");
  expect(kind("2024-03-05")).toBe("day");
  expect(kind("3:30 PM")).toBe("time");
  expect(kind("1 hour 30 minutes")).toBe("amount");
  expect(kind("third")).toBe("ordinal");
});

test("numbers, expressions and words are nothing special", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.stringMatching(/^[a-z+*^() ]{0,12}$/), (number, text) => {
      expect(kind(String(number))).toBeNull();
      if (!/(?:st|nd|rd|th|noon|midday|midnight|second)$/.test(text.trim())) expect(kind(text)).toBeNull();
    }),
  );
  for (const text of ["x_2", "5 apples", "\\frac{1}{2}", "1/2/3", "Sunday", "9".repeat(600)])
    expect(kind(text), text).toBeNull();
});

/** A pattern that backtracks without end would run into the time limit of the test. */
test("hostile text is refused within the step limit", () => {
  const part = fc.constantFrom("1", " ", "1 h ", "a", "_", "March ", "/", "-", ":", "base ", "th", ", ");
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const unit = parts.join("");
      const steps = newSteps(300_000);
      for (const length of [499, 4000]) readSpecial(unit.repeat(length).slice(0, length), steps);
      expect(steps.taken).toBeLessThan(steps.limit);
    }),
    { numRuns: 200 },
  );
});

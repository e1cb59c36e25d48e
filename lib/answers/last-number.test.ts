import fc from "fast-check";
import { expect, test } from "vitest";
import { findLastNumber } from "./last-number.ts";
import { newSteps } from "./steps.ts";

const found = (text: string): string | null => {
  const span = findLastNumber(text);
  return span && text.slice(span.start, span.end);
};

test("the last number of a text is found whole", () => {
  const number = fc.oneof(
    fc.integer().map(String),
    fc.integer().map((n) => n.toLocaleString("en-US")),
    fc.tuple(fc.integer(), fc.nat()).map(([a, b]) => `${a}.${b}`),
    fc.tuple(fc.nat(), fc.integer({ min: 1 })).map(([a, b]) => `${a}/${b}`),
    fc.constantFrom(
      "\\frac{3}{4}",
      "1\\frac{1}{2}",
      "2\\sqrt{3}",
      "25\\pi",
      "50%",
      "50\\%",
      "$18",
      ".5",
      "3e-5",
      "-7",
    ),
  );
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 5 }), (numbers) => {
      expect(found(`${numbers.map((n) => `there are ${n} of them`).join(", and ")}.`)).toBe(numbers.at(-1));
    }),
  );
});

test("minus signs between numbers, ordinals, list numbers and parts of names don't count", () => {
  expect(found("5 - 3")).toBe("3");
  expect(found("5-3")).toBe("3");
  expect(found("x = -3")).toBe("-3");
  expect(found("5 of the 3rd row")).toBe("5");
  expect(found("it is 5\n2. The end")).toBe("5");
  expect(found("take 4 of x2 and H2O")).toBe("4");
  expect(found("none at all")).toBeNull();
});

test("matches cover each character once", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9,./ $%\\-]{0,60}$/),
      fc.integer({ min: 1, max: 50 }),
      (text, times) => {
        const steps = newSteps();
        findLastNumber(text.repeat(times), steps);
        expect(steps.taken).toBeLessThanOrEqual(text.length * times);
      },
    ),
  );
});

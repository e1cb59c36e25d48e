import fc from "fast-check";
import { expect, test } from "vitest";
import { tidyGroups } from "./groups.ts";
import { TEXT_END, TEXT_START } from "./marks.ts";
import { newSteps } from "./steps.ts";

const tidy = (text: string): string => tidyGroups(text, newSteps());
const latex = fc.stringMatching(/^(?:\\frac|\\sqrt|\\text|\\pi|\{|\}|\^|_| |[0-9a-z]){0,30}$/);

test("braces come out balanced, whatever went in", () => {
  fc.assert(
    fc.property(latex, (text) => {
      let depth = 0;
      for (const char of tidy(text)) {
        if (char === "{") depth += 1;
        if (char === "}") depth -= 1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    }),
  );
});

test("arguments without braces get them", () => {
  expect(tidy("\\frac12")).toBe("\\frac{1}{2}");
  expect(tidy("\\frac1{20}")).toBe("\\frac{1}{20}");
  expect(tidy("\\frac{1}2x")).toBe("\\frac{1}{2}x");
  expect(tidy("\\frac 3 4")).toBe("\\frac{3}{4}");
  expect(tidy("\\frac\\pi2")).toBe("\\frac{\\pi}{2}");
  expect(tidy("2\\sqrt3")).toBe("2\\sqrt{3}");
  expect(tidy("\\sqrt12")).toBe("\\sqrt{12}");
  expect(tidy("\\sqrt[3]2")).toBe("\\sqrt[3]{2}");
});

test("braces that only group are dropped, those of arguments and scripts stay where they count", () => {
  expect(tidy("{2}{3}")).toBe("23");
  expect(tidy("x^{2}")).toBe("x^2");
  expect(tidy("x^{10}")).toBe("x^10");
  expect(tidy("x^{2}3")).toBe("x^{2}3");
  expect(tidy("x^{a+b}")).toBe("x^{a+b}");
  expect(tidy("5_{13}")).toBe("5_13");
});

test("text is marked, and a text that stays open is closed", () => {
  expect(tidy("5\\text{ cm}")).toBe(`5${TEXT_START} cm${TEXT_END}`);
  expect(tidy("5\\text{ cm")).toBe(`5${TEXT_START} cm${TEXT_END}`);
  expect(tidy("5\\text {cm}")).toBe(`5${TEXT_START}cm${TEXT_END}`);
});

test("escaped braces are signs and not groups", () => {
  expect(tidy("\\{1,2\\}")).toBe("\\{1,2\\}");
});

test("the work is proportional to the length", () => {
  fc.assert(
    fc.property(latex, fc.integer({ min: 1, max: 50 }), (text, times) => {
      const steps = newSteps();
      tidyGroups(text.repeat(times), steps);
      expect(steps.taken).toBeLessThanOrEqual(text.length * times);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { findDisplay } from "./display.ts";
import { newSteps } from "./steps.ts";

const found = (text: string): string | null => {
  const span = findDisplay(text);
  return span && text.slice(span.start, span.end);
};

test("the right side of the last equals sign of the last formula is the answer", () => {
  const value = fc.constantFrom("5", "\\frac{1}{2}", "(1, 2)", "x+1", "f(a=2)");
  const marks = fc.constantFrom(["$$", "$$"], ["\\[", "\\]"]);
  fc.assert(
    fc.property(value, value, marks, (a, b, [open, close]) => {
      expect(
        found(`So ${open} y = ${a} ${close} and then\n${open} x = ${a} = ${b}. ${close}\nand so on`),
      ).toBe(b);
    }),
  );
});

test("of several rows the last, of no equation the whole", () => {
  expect(found("$$\\begin{aligned} a &= 2+3 \\\\ &= 5 \\end{aligned}$$")).toBe("5");
  expect(found("\\[\\begin{align*} a &= 5 \\\\ \\end{align*}\\]")).toBe("5");
  expect(found("\\[ 3 \\times 4 \\]")).toBe("3 \\times 4");
  expect(found("\\[ x \\le 3 \\]")).toBe("x \\le 3");
  expect(found("\\[ x \\approx 3.14 \\]")).toBe("3.14");
});

test("several named values are one answer", () => {
  expect(found("\\[ x = 1, \\quad y = 2 \\]")).toBe("x = 1, \\quad y = 2");
  expect(found("$$x = 2 \\text{ or } x = -3.$$")).toBe("x = 2 \\text{ or } x = -3");
  expect(found("\\[ (a, b) = (1, 2), \\quad a + b = 3 \\]")).toBe("3");
  expect(found("\\[ x = (1, 2) \\]")).toBe("(1, 2)");
});

test("inline formulas and unclosed ones don't count", () => {
  expect(found("$x = 5$")).toBeNull();
  expect(found("$$x = 5")).toBeNull();
  expect(found("\\[ x = 5")).toBeNull();
  expect(found("$$ $$")).toBeNull();
});

test("the work is proportional to the length of the text", () => {
  const part = fc.constantFrom(
    "$$",
    "\\[",
    "\\]",
    "=",
    "(",
    "{",
    "x",
    "\\\\",
    "\\begin{aligned}",
    "\\end{aligned}",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 1, max: 60 }), (parts, times) => {
      const text = parts.join("").repeat(times);
      const steps = newSteps();
      findDisplay(text, steps);
      expect(steps.taken).toBeLessThanOrEqual(text.length + 1);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { findALine } from "./a-line.ts";
import { newSteps } from "./steps.ts";

const found = (text: string): string | null => {
  const span = findALine(text);
  return span && text.slice(span.start, span.end);
};

test("what the last line that starts with A: says is the answer", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer().map(String), { minLength: 1 }),
      fc.constantFrom("A: ", "A:", "**A:** ", " A : "),
      (numbers, mark) => {
        expect(found(numbers.map((n) => `Text about it\n${mark}${n}`).join("\n"))).toBe(numbers.at(-1));
      },
    ),
  );
});

test("the answer may stand on the next line; a list of options holds none", () => {
  expect(found("A:\n18\n")).toBe("18");
  expect(found("A: 3\nB: 4\nC: 5")).toBeNull();
  expect(found("Area: 5")).toBeNull();
  expect(found("AA: 5")).toBeNull();
  expect(found("A: -1.8 billion")).toBe("-1.8 billion");
});

test("one step a line", () => {
  const steps = newSteps();
  findALine("\n".repeat(1000), steps);
  expect(steps.taken).toBeLessThanOrEqual(1001);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { reviewSteps } from "./review-steps.ts";

const text = (content: string) => ({ type: "text" as const, content });

test("each line that isn't blank is a step, and each program one", () => {
  const steps = reviewSteps([
    text("First 1 + 1 = 2.\n\nThen twice that."),
    { type: "code", content: "x = 2\nprint(2 * x)" },
    { type: "output", content: "4" },
    text("So it is 4."),
  ]);
  expect(steps.map((step) => [step.segment, step.text])).toEqual([
    [0, "First 1 + 1 = 2."],
    [0, "Then twice that."],
    [1, "x = 2\nprint(2 * x)"],
    [3, "So it is 4."],
  ]);
});

test("a block of display maths is one step with the line that opens it", () => {
  const steps = reviewSteps([text("We have\n\\[\nx = 1\n\\]\nand $$\ny = 2\n$$ so\n$$z$$ is done")]);
  expect(steps.map((step) => step.text)).toEqual([
    "We have",
    "\\[\nx = 1\n\\]",
    "and $$\ny = 2\n$$ so",
    "$$z$$ is done",
  ]);
});

test("a block that never closes runs to the end", () => {
  expect(reviewSteps([text("a\n\\[ x\n y")]).map((step) => step.text)).toEqual(["a", "\\[ x\n y"]);
});

test("steps are in order, don't overlap, and leave out nothing but blank", () => {
  const line = fc.constantFrom("a", "  ", "", "$$", "\\[", "\\]", "x = 1", "$$y$$", "\\[ z \\]");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const content = lines.join("\n");
      let end = 0;
      for (const step of reviewSteps([text(content)])) {
        expect(step.from).toBeGreaterThanOrEqual(end);
        expect(content.slice(end, step.from).trim()).toBe("");
        expect(step.text).toBe(content.slice(step.from, step.to));
        end = step.to;
      }
      expect(content.slice(end).trim()).toBe("");
    }),
  );
});

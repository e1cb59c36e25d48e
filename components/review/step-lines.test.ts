import { expect, test } from "vitest";
import { reviewSteps } from "#lib/review/review-steps.ts";
import { stepLines } from "./step-lines.ts";

const path = {
  pathId: 1,
  verdict: null,
  segments: [
    { type: "text" as const, content: "One.\n\nTwo." },
    { type: "code" as const, content: "x = 1\nprint(x)" },
    { type: "text" as const, content: "Done." },
  ],
};

test("each step is on its own lines of the document, programs inside their fences", () => {
  const lines = reviewSteps(path.segments).map((step) => stepLines(path, step));
  expect(lines).toEqual([
    { startLine: 1, endLine: 1 },
    { startLine: 3, endLine: 3 },
    { startLine: 5, endLine: 6 },
    { startLine: 8, endLine: 8 },
  ]);
  expect(stepLines(path, undefined)).toBeNull();
});

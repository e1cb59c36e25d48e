import fc from "fast-check";
import { expect, test } from "vitest";
import { solutionAgrees } from "./solution-agrees.ts";

test("a solution that boxes a number agrees with that number and disagrees with every other", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (boxed, reference) => {
      const solution = `Adding up we get 17, and so it is $\\boxed{${boxed}}$.`;
      expect(solutionAgrees(solution, String(reference))).toBe(boxed === reference ? "agrees" : "disagrees");
      expect(solutionAgrees(solution, String(boxed))).toBe("agrees");
    }),
  );
});

test.each([
  ["another way to write the answer", "So half of them: $\\boxed{\\frac{1}{2}}$", "0.5", "agrees"],
  ["GSM8K's last line", "16 - 3 - 4 = <<16-3-4=9>>9 eggs, 9 * 2 = $18.\n#### 18", "18", "agrees"],
  ["no solution", null, "18", "none"],
  ["no reference answer", "It is $\\boxed{3}$.", null, "undecided"],
  ["a solution that comes to nothing", "Left to the reader.", "3", "undecided"],
])("%s", (_, solution, answer, outcome) => {
  expect(solutionAgrees(solution, answer)).toBe(outcome);
});

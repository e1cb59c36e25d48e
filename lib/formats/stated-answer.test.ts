import { expect, test } from "vitest";
import { statedAnswer } from "./stated-answer.ts";

test.each([
  ["So $x=\\boxed{\\frac{9}{7}}$.", "\\frac{9}{7}"],
  ["9 * 2 = 18\n#### 18", "18"],
  ["She makes 18.\nA: 18", "18"],
  ["It follows.\nThe answer is: 9", "9"],
])("an answer that is declared is found: %j", (solution, answer) => {
  expect(statedAnswer(solution)).toBe(answer);
});

test("a number that merely comes last isn't an answer", () => {
  expect(statedAnswer("She has 3 or 4 eggs left")).toBeUndefined();
  expect(statedAnswer("A: 18", ["boxed"])).toBeUndefined();
});

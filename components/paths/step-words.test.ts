import { expect, test } from "vitest";
import { stepsText } from "./step-words.ts";

test.each([
  [[], null],
  [["right"], "1 step, right"],
  [["wrong"], "The only step is wrong"],
  [["unclear"], "1 step, unclear"],
  [["right", "right", "right"], "3 steps, all right"],
  [["unclear", "unclear"], "2 steps, all unclear"],
  [["right", "unclear"], "2 steps, none wrong, 1 unclear"],
  [["right", "wrong"], "1 of 2 steps is wrong"],
  [["wrong", "wrong", "right", "unclear"], "2 of 4 steps are wrong, 1 unclear"],
] as const)("steps that are %j read %j", (outcomes, text) => {
  expect(stepsText(outcomes.map((outcome) => ({ outcome })))).toBe(text);
});

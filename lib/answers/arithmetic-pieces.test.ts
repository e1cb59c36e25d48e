import { expect, test } from "vitest";
import { findPieces } from "./arithmetic-pieces.ts";
import { tokeniseProse } from "./arithmetic-tokens.ts";
import { newSteps } from "./steps.ts";

const spelled = (text: string): string[] =>
  findPieces(tokeniseProse(text, newSteps()), newSteps()).map(({ spelling }) => spelling);

test("all arithmetic of a text is found in order, numbers included", () => {
  expect(spelled("He had 3, then 4 + 5 = 9 (or 2 * (1 + 2)).")).toEqual(["3", "4+5", "9", "2*(1+2)"]);
});

test("a bracket that holds a relation or a sentence's end groups nothing", () => {
  expect(spelled("(3 + 4 = 7)")).toEqual(["3+4", "7"]);
  expect(spelled("(3, 4)")).toEqual(["3", "4"]);
});

test("a bracket behind a function's name groups nothing", () => {
  expect(spelled("f(2)")).toEqual(["2"]);
  expect(spelled("2 * f(2)")).toEqual(["2", "2"]);
});

test("a deep pile of brackets costs in proportion to its depth", () => {
  const cost = (depth: number): number => {
    const steps = newSteps();
    findPieces(tokeniseProse(`${"1*(".repeat(depth)}y${")".repeat(depth)}`, newSteps()), steps);
    return steps.taken;
  };
  expect(cost(2000)).toBeLessThan(2.1 * cost(1000) + 100);
});

import { expect, test } from "vitest";
import { phraseEnd, readPhrase, spokenSign, startsOperand } from "./arithmetic-phrases.ts";
import { tokeniseProse } from "./arithmetic-tokens.ts";
import { newSteps } from "./steps.ts";

const tokens = (text: string) => tokeniseProse(text, newSteps());

function phrase(text: string) {
  const read = tokens(text);
  return readPhrase(read, 1, phraseEnd(read, 1));
}

test.each([
  ["3 green jelly beans + 4", "green jelly beans", true],
  ["60 miles/hour * 2", "miles /hour", true],
  ["5 cm^2 + 1", "cm", true],
  ["12-pound bags * 3", "-pound bags", true],
  ["2 apples plus 2", "apples", true],
  ["3 days Tom's cost - 5", "days Tom's cost", false],
  ["5kg + 1", "kg", true],
  ["5 m + 1", "m", false],
  ["5 x", "", true],
  ["5 + 1", "", true],
] as const)("%s: what is counted", (text, words, sure) => {
  expect(phrase(text)).toEqual({ words, sure });
});

test("a phrase is never longer than a few words", () => {
  expect(phraseEnd(tokens(`3 ${"word ".repeat(100)}`), 1)).toBeLessThan(12);
});

test("a sign may be said in words", () => {
  expect(spokenSign(tokens("plus 3"), 0)).toEqual({ sign: "+", count: 1 });
  expect(spokenSign(tokens("divided by 3"), 0)).toEqual({ sign: "/", count: 2 });
  expect(spokenSign(tokens("times a week"), 0)).toBeNull();
  expect(spokenSign(tokens("3"), 0)).toBeNull();
});

test("an operand begins with a number, a command, or a bracket around arithmetic", () => {
  expect(startsOperand(tokens("$3"), new Set(), 0)).toBe(true);
  expect(startsOperand(tokens("-3"), new Set(), 0)).toBe(true);
  expect(startsOperand(tokens("\\frac12"), new Set(), 0)).toBe(true);
  expect(startsOperand(tokens("(3)"), new Set([0]), 0)).toBe(true);
  expect(startsOperand(tokens("(so)"), new Set(), 0)).toBe(false);
  expect(startsOperand(tokens("apples"), new Set(), 0)).toBe(false);
});

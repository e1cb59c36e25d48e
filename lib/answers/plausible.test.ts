import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlaceholder, looksLikeAnswer } from "./plausible.ts";

test("numbers look like answers, with a few words too", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom("", " apples", " square feet"),
      (n, unit) => {
        expect(looksLikeAnswer(`${n}${unit}`)).toBe(true);
      },
    ),
  );
  for (const text of [
    "\\frac{1}{2}",
    "x+1",
    "Sunday",
    "(B)",
    "A and C",
    "\\text{not enough information}",
    "Yes",
    "是",
  ]) {
    expect(looksLikeAnswer(text), text).toBe(true);
  }
});

test("headings, sentences, numbered steps and placeholders don't", () => {
  for (const text of [
    "",
    "...",
    "Step 3",
    "Final Answer",
    "1. Compute the total",
    "Case 2: x > 0",
    "found by adding all the numbers",
    "correct",
    "the number of eggs that Janet sells at the market 9",
    "your answer",
    "The sides are:",
    "x".repeat(400),
  ]) {
    expect(looksLikeAnswer(text), text).toBe(false);
  }
});

test("an outline that was never filled in is a placeholder, an answer isn't", () => {
  for (const text of ["", "...", "\\ldots", "answer", "[your answer here]", "___", "\\phantom{2}", "?"]) {
    expect(isPlaceholder(text), text).toBe(true);
  }
  for (const text of ["5", "\\pi", "∅", "A", "+"]) expect(isPlaceholder(text), text).toBe(false);
});

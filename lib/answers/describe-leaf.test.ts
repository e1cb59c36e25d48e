import { expect, test } from "vitest";
import { describeLeaf, unread } from "./describe-leaf.ts";
import { spellLatex } from "./latex.ts";
import { readLeaf } from "./leaf.ts";
import { newSteps } from "./steps.ts";

function of(text: string) {
  const steps = newSteps();
  return describeLeaf(readLeaf(spellLatex(text, steps), steps), steps);
}

test.each([
  ["x", "expression", "an expression in x"],
  ["ab", "expression", "an expression in a and b, their product"],
  ["B", "choice", "the choice B"],
  ["no", "truth", "no, as true or false"],
  ["third", "ordinal", "the place 3 in an order"],
  ["3^{\\text{rd}}", "number", "the whole number 3"],
  ["-\\infty", "infinity", "minus infinity"],
  ["AB", "words", "the words “AB”, compared as text"],
  ["5\\text{ dollars}", "number", "the whole number 5 with the unit dollars"],
  ["r = 2", "number", "the whole number 2, called r"],
  ["9^{9^9}", "expression", "an exact value"],
  ["3 PM", "time", "a time of day: 15:00"],
  ["1f_{16}", "number", "1F in base 16 = 31"],
])("%s is one answer of the kind %s: %s", (text, kind, words) => {
  expect(of(text)).toMatchObject({ kind, words });
});

test("what could be meant in two ways says how to write it", () => {
  expect(of("1/2x").warning).toContain("brackets");
  expect(of("3:30 o'clock").warning).toContain("a.m. or p.m.");
  expect(of("x+y<3")).toMatchObject({ kind: "relation", warning: "It is only compared as it is written." });
});

test("words that nobody can read are shortened", () => {
  const { words } = of(`\\text{${"very ".repeat(100)}long}`);
  expect(words.length).toBeLessThan(80);
  expect(unread("too long")).toMatchObject({ kind: "unread", words: "not readable: too long", plain: null });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLeaves } from "./compare-leaves.ts";
import { spellLatex } from "./latex.ts";
import { readLeaf } from "./leaf.ts";
import { newWork } from "./questions.ts";
import { newSteps } from "./steps.ts";

const leaf = (text: string) => readLeaf(spellLatex(text, newSteps()), newSteps());
const compare = (a: string, b: string) => compareLeaves(leaf(a), leaf(b), newWork(newSteps()));
const outcome = (a: string, b: string) => compare(a, b).outcome;

const any = fc.constantFrom(
  ..."5|0|x|e|B|(B) 12|b)|x+1|1+x|Sunday|yes|True|no|none|\\infty|-\\infty|\\emptyset|abc|cab|five|one hundred|5 cm|50 mm".split(
    "|",
  ),
  ..."5 kg|x = 5|y = 5|\\$5|500 cents|5%|\\pi|DNE|5\\text{ apples}|x^2=4|2^{10}|1011_2|\\sqrt{x}".split("|"),
);

test("comparing leaves is reflexive and symmetric", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(outcome(a, a)).toBe("equal");
      expect(outcome(a, b)).toBe(outcome(b, a));
    }),
    { numRuns: 2000 },
  );
});

test("a unit on one side is dropped, units of one kind are converted, others are doubted", () => {
  expect(outcome("5 cm", "5")).toBe("equal");
  expect(outcome("5 cm", "50 mm")).toBe("equal");
  expect(outcome("5 cm", "5 mm")).toBe("different");
  expect(outcome("2 hours", "120 minutes")).toBe("equal");
  expect(outcome("\\$5", "500 cents")).toBe("equal");
  expect(outcome("5 cm", "5 cm^2")).toBe("different");
  expect(outcome("9\\text{ a.m.}", "9\\text{ p.m.}")).toBe("different");
  expect(outcome("5 apples", "5 oranges")).toBe("undecided");
  expect(outcome("18 eggs", "18 duck eggs")).toBe("equal");
  expect(outcome("25 square units", "25 cm^2")).toBe("equal");
});

test("a word is not a number, unless it speaks of one", () => {
  expect(compare("Sunday", "5")).toMatchObject({ outcome: "different", note: "a word is not a number" });
  expect(outcome("one hundred", "100")).toBe("undecided");
  expect(outcome("five", "5")).toBe("equal");
  expect(outcome("B", "5")).toBe("different");
  expect(outcome("none", "0")).toBe("undecided");
  expect(outcome("no solution", "7")).toBe("different");
});

test("words that differ are different, runs of letters that may be one product are doubted", () => {
  expect(outcome("east", "West")).toBe("different");
  expect(outcome("Even", "even")).toBe("equal");
  expect(outcome("ABC", "CAB")).toBe("undecided");
  expect(outcome("yes", "x+1")).toBe("different");
});

test("choices are compared by letter, or by text against a bare answer", () => {
  expect(outcome("B", "(b)")).toBe("equal");
  expect(outcome("B", "(B) 12")).toBe("equal");
  expect(outcome("12", "(B) 12")).toBe("equal");
  expect(outcome("13", "(B) 12")).toBe("different");
  expect(outcome("A", "B")).toBe("different");
});

test("equal values under different names are doubted", () => {
  expect(outcome("x=5", "5")).toBe("equal");
  expect(outcome("x=5", "X=5")).toBe("equal");
  expect(outcome("x=5", "y=5")).toBe("undecided");
  expect(outcome("x=5", "y=6")).toBe("different");
});

test("infinities have a sign and are no numbers", () => {
  expect(outcome("\\infty", "+\\infty")).toBe("equal");
  expect(outcome("\\infty", "-\\infty")).toBe("different");
  expect(outcome("\\infty", "5")).toBe("different");
});

test("expressions are compared by what is certain, and what isn't is asked", () => {
  expect(compare("(x+1)^2", "x^2+2x+1")).toMatchObject({ outcome: "equal", method: "symbolic" });
  expect(outcome("x+11", "11+x")).toBe("equal");
  expect(compare("x+1", "5")).toMatchObject({ outcome: "different", method: "numeric" });
  expect(compare("x+1", "x-1")).toMatchObject({ outcome: "different", method: "numeric" });
  expect(compare("\\ln x^2", "2\\ln x")).toMatchObject({
    outcome: "undecided",
    questions: [{ kind: "expression" }],
  });
  expect(outcome("2x+y=4", "y=4-2x")).toBe("equal");
  expect(outcome("abc", "cab")).toBe("equal");
});

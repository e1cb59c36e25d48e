import fc from "fast-check";
import { expect, test } from "vitest";
import { compareRegions } from "./compare-regions.ts";
import { spellLatex } from "./latex.ts";
import { newWork } from "./questions.ts";
import { newSteps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";

const parse = (text: string) => parseAnswer(spellLatex(text, newSteps()), newSteps());
const outcome = (a: string, b: string) =>
  compareRegions(parse(a), parse(b), newWork(newSteps()))?.outcome ?? null;

test("an inequality is the interval that it describes, and no other", () => {
  const end = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(end, fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.boolean(), (low, size, left, right) => {
      const high = low + size;
      const inequality = `${low} ${left ? "\\le" : "<"} x ${right ? "\\le" : "<"} ${high}`;
      const interval = (p: boolean, q: boolean) => `${p ? "[" : "("}${low}, ${high}${q ? "]" : ")"}`;
      expect(outcome(inequality, interval(left, right))).toBe("equal");
      expect(outcome(interval(left, right), inequality)).toBe("equal");
      expect(outcome(inequality, interval(!left, right))).toBe("different");
      expect(outcome(inequality, interval(left, !right))).toBe("different");
      expect(outcome(inequality, `${low}, ${high}`)).toBe("different");
      expect(outcome(inequality, `\\{${low}, ${high}\\}`)).toBe("different");
      expect(outcome(inequality, String(low))).toBe("different");
    }),
  );
});

const region = fc.constantFrom(
  ..."x>2|(2,\\infty)|2<x|x\\ge 2|[2,\\infty)|x<1 or x>3|(3,\\infty)\\cup(-\\infty,1)|x\\ne 3|\\mathbb{R}\\setminus\\{3\\}|\\emptyset|(1,2)|[1,2)|1\\le x<2|y>2|x>a|(a,\\infty)|\\{1,2\\}|5|(1,2,3)|Sunday|all real numbers|\\{x|x>2\\}".split(
    "|",
  ),
);

test("comparing is symmetric, and reflexive where it says anything", () => {
  fc.assert(
    fc.property(region, region, (a, b) => {
      expect(outcome(a, b)).toBe(outcome(b, a));
      expect(["equal", null]).toContain(outcome(a, a));
    }),
    { numRuns: 500 },
  );
});

test("pieces of a union come in any order and may overlap or touch", () => {
  expect(outcome("[1,2]\\cup[2,3]", "[1,3]")).toBe("equal");
  expect(outcome("(1,2)\\cup(2,3)", "(1,3)")).toBe("different");
  expect(outcome("x<1 or x>3", "(3,\\infty)\\cup(-\\infty,1)")).toBe("equal");
  expect(outcome("x \\ne 3", "(-\\infty,3)\\cup(3,\\infty)")).toBe("equal");
  expect(outcome("(-\\infty,1), (3,\\infty)", "x<1 \\text{ or } x>3")).toBe("equal");
});

test("ends are answers themselves", () => {
  expect(outcome("x > \\frac12", "(0.5, \\infty)")).toBe("equal");
  expect(outcome("x > \\sqrt{8}", "(2\\sqrt2, \\infty)")).toBe("equal");
  expect(outcome("x > 1/3", "(0.33, \\infty)")).toBe("different");
  expect(outcome("x > a", "(a, \\infty)")).toBe("undecided");
  expect(outcome("x > 2a", "(2a, \\infty)")).toBe("equal");
});

test("conditions on different variables are doubted, on different numbers not", () => {
  expect(outcome("x>2", "y>2")).toBe("undecided");
  expect(outcome("x>2", "y>3")).toBe("different");
});

test("two answers that may be tuples are not compared as sets", () => {
  expect(outcome("(1,2)", "[1,2]")).toBeNull();
  expect(outcome("\\{1,2\\}", "(1,2)")).toBeNull();
});

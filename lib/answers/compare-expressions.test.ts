import fc from "fast-check";
import { expect, test } from "vitest";
import { compareEquations, compareExpressions, isExpression } from "./compare-expressions.ts";
import { spellLatex } from "./latex.ts";
import { readLeaf } from "./leaf.ts";
import { newWork, questionKey, type Rulings } from "./questions.ts";
import { newSteps } from "./steps.ts";
import { anyExpression, inLatex } from "./testing/random-expressions.ts";

const leaf = (text: string) => readLeaf(spellLatex(text, newSteps()), newSteps());
const compare = (a: string, b: string, rulings?: Rulings) =>
  compareExpressions(leaf(a), leaf(b), newWork(newSteps(), rulings));
const equations = (a: string, b: string) => compareEquations(leaf(a), leaf(b), newWork(newSteps()));
const outcome = (a: string, b: string) => compare(a, b).outcome;

test("a doubt asks one question, the same from both sides, and a ruling on it decides", () => {
  fc.assert(
    fc.property(
      anyExpression,
      anyExpression,
      fc.constantFrom("equal" as const, "different" as const),
      (p, q, ruling) => {
        const [a, b] = [inLatex(p), inLatex(q)];
        const found = compare(a, b);
        expect(compare(b, a)).toEqual(found);
        for (const question of found.questions) {
          const rulings = new Map([[questionKey(question), ruling]]);
          expect(compare(a, b, rulings)).toMatchObject({
            outcome: ruling,
            method: "symbolic",
            questions: [],
          });
        }
        if (found.outcome !== "undecided") expect(found.questions).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

test("expressions are compared by what is certain, with the method", () => {
  expect(compare("(x+1)^2", "x^2+2x+1")).toMatchObject({ outcome: "equal", method: "symbolic" });
  expect(compare("(x+1)^2", "x^2+2x+2")).toMatchObject({ outcome: "different", method: "numeric" });
  expect(compare("3+4i", "3-4i")).toMatchObject({ outcome: "different", method: "numeric" });
  expect(compare("(2+i)(2-i)", "5")).toMatchObject({ outcome: "equal", method: "numeric" });
  expect(compare("\\ln x^2", "2\\ln x").questions).toHaveLength(1);
  expect(compare("|x|", "x")).toMatchObject({
    outcome: "undecided",
    note: "they differ where a variable is negative",
  });
});

test("what can't be read, and what holds infinity, asks nothing", () => {
  for (const [a, b] of [
    ["f(x)+1", "x"],
    ["even number", "2k"],
    ["x+1", "\\infty+x"],
    ["ABC", "CAB"],
  ] as const)
    expect(compare(a, b), a).toMatchObject({ outcome: "undecided", questions: [] });
});

test("rounding: a decimal counts as near as between numbers, and no farther", () => {
  expect(outcome("\\log_23", "1.58496250072")).toBe("equal");
  expect(outcome("\\log_23", "1.585")).toBe("different");
  expect(outcome("\\ln2", "0.6931471805599453")).toBe("equal");
  expect(outcome("x/3", "0.33x")).toBe("different");
  expect(compare("x/3", "0.3333333x")).toMatchObject({
    outcome: "undecided",
    note: "the difference may be rounding",
  });
  expect(outcome("\\cos60^\\circ", "0.5")).toBe("equal");
});

test("a quotient without brackets is taken in its first reading, and doubted where the other one disagrees", () => {
  expect(outcome("\\frac12x", "1/2x")).toBe("equal");
  expect(outcome("\\frac{1}{2x}", "1/2x")).toBe("undecided");
  expect(outcome("\\frac13x", "1/2x")).toBe("different");
});

test("the same in other letters, and the same in other units, are doubted", () => {
  expect(outcome("2x+1", "2t+1")).toBe("undecided");
  expect(outcome("2x+1", "2t+3")).toBe("different");
  expect(outcome("(x+1)^2\\text{ cm}", "x^2+2x+1\\text{ kg}")).toBe("undecided");
});

test("long words and capitals are no products of variables", () => {
  expect(["x", "abc", "sinx", "2abcd"].map((text) => isExpression(leaf(text)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["ABC", "even", "no solution"].map((text) => isExpression(leaf(text)))).toEqual([
    false,
    false,
    false,
  ]);
});

test("an equation equals its rearrangement, with a name in front or not", () => {
  expect(equations("2x+y=4", "y=4-2x")).toMatchObject({ outcome: "equal", method: "symbolic" });
  expect(equations("2x+y=4", "4x+2y-8=0")?.outcome).toBe("equal");
  expect(equations("2x+y=4", "4x+2y-9=0")?.outcome).toBe("different");
  expect(equations("x=2y", "y=x/2")?.outcome).toBe("equal");
  expect(equations("y=2x+1", "x=2y+1")?.outcome).toBe("different");
  expect(equations("x^2+y^2=4", "x^2+y^2=2")?.questions).toMatchObject([{ kind: "equation" }]);
});

test("values under a name, and an equation against a value, are no two equations", () => {
  for (const [a, b] of [
    ["x=5", "y=5"],
    ["x=5", "5"],
    ["2x+y=4", "4"],
    ["2x+y=4", "f(x)=3"],
  ] as const)
    expect(equations(a, b), a).toBeNull();
});

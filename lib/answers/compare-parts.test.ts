import fc from "fast-check";
import { expect, test } from "vitest";
import { compareParts } from "./compare-parts.ts";
import { spellLatex } from "./latex.ts";
import { newWork } from "./questions.ts";
import { COMPARISON_STEPS, newSteps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";

const parse = (text: string) => parseAnswer(spellLatex(text, newSteps()), newSteps());
const outcome = (a: string, b: string) => compareParts(parse(a), parse(b), newWork(newSteps())).outcome;

const element = fc.constantFrom("1", "2", "0.5", "1/2", "50%", "x", "x+1", "2x");
const styles = fc.constantFrom(["(", ")"], ["[", "]"], ["[", ")"], ["\\{", "\\}"], ["", ""]);
const compound = fc
  .tuple(fc.array(element, { minLength: 1, maxLength: 4 }), styles)
  .map(([items, [open, close]]) => `${open}${items.join(", ")}${close}`);

test("comparing parts is reflexive and symmetric", () => {
  fc.assert(
    fc.property(compound, compound, (a, b) => {
      expect(outcome(a, a)).toBe("equal");
      expect(outcome(a, b)).toBe(outcome(b, a));
    }),
    { numRuns: 1000 },
  );
});

test("sets and bare lists are equal in any order, tuples only in theirs", () => {
  const numbers = fc.uniqueArray(fc.nat(50), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(numbers, (values) => {
      const there = values.join(", ");
      const back = values.toReversed().join(", ");
      expect(outcome(`\\{${there}\\}`, `\\{${back}\\}`)).toBe("equal");
      expect(outcome(there, back)).toBe("equal");
      expect(outcome(there, `\\{${back}\\}`)).toBe("equal");
      expect(outcome(`(${there})`, `(${back})`)).toBe("different");
      expect(outcome(`(${there})`, there)).toBe("equal");
      expect(outcome(`(${there})`, back)).toBe("undecided");
      expect(outcome(`(${there})`, `\\{${there}\\}`)).toBe("different");
    }),
  );
});

test("an interval is not its closure, and half-open ones keep their sides", () => {
  const forms = ["(1,2)", "[1,2]", "[1,2)", "(1,2]"];
  for (const a of forms) {
    for (const b of forms) expect(outcome(a, b), `${a} ${b}`).toBe(a === b ? "equal" : "different");
  }
  expect(outcome("[1,2,3]", "(1,2,3)")).toBe("equal");
  expect(outcome("[1,2]", "\\{1,2\\}")).toBe("undecided");
  expect(outcome("[1,2)", "1, 2")).toBe("different");
});

test("a set doesn't count repeats, a list does", () => {
  expect(outcome("\\{1,1,2\\}", "\\{1,2\\}")).toBe("equal");
  expect(outcome("1, 1, 2", "1, 2")).toBe("different");
  expect(outcome("1, 2", "1, 2, 3")).toBe("different");
});

test("elements that overlap in value are paired as well as they can be", () => {
  expect(outcome("50%, 50", "50, 0.5")).toBe("equal");
  expect(outcome("50, 0.5", "50%, 50")).toBe("equal");
});

test("one value is its own set or list, several are not one", () => {
  expect(outcome("\\{5\\}", "5")).toBe("equal");
  expect(outcome("[5]", "5")).toBe("equal");
  expect(outcome("5", "5, 6")).toBe("different");
  expect(outcome("x > y", "(2, 3)")).toBe("undecided");
});

test("what is counted tells the values of a list apart", () => {
  expect(outcome("5 apples and 3 pears", "3 pears and 5 apples")).toBe("equal");
  expect(outcome("5 apples and 3 pears", "3 apples and 5 pears")).not.toBe("equal");
  expect(outcome("x = 1, y = 2", "y = 2, x = 1")).toBe("equal");
  expect(outcome("x = 1, y = 2", "x = 2, y = 1")).not.toBe("equal");
});

test("unions are compared part by part in any order", () => {
  expect(outcome("(-\\infty,2)\\cup(3,\\infty)", "(3,\\infty)\\cup(-\\infty,2)")).toBe("equal");
  expect(outcome("(-\\infty,2)\\cup(3,\\infty)", "(-\\infty,2]\\cup(3,\\infty)")).toBe("different");
  expect(outcome("[1,2]\\cup[2,3]", "[1,3]")).toBe("equal");
  expect(outcome("(1,2)\\cup(3,4)", "5")).toBe("different");
});

test("matrices are compared entry by entry, vectors also as tuples, and printed ones as lists of lists", () => {
  const matrix = "\\begin{pmatrix} 1 & 1/2 \\\\ 3 & 4 \\end{pmatrix}";
  expect(outcome(matrix, "\\begin{bmatrix} 1 & 0.5 \\\\ 3 & 4 \\end{bmatrix}")).toBe("equal");
  expect(outcome(matrix, "[[1, 0.5], [3, 4]]")).toBe("equal");
  expect(outcome("[[1, 0.5], [3, 5]]", matrix)).toBe("different");
  expect(outcome(matrix, "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}")).toBe("different");
  expect(outcome("\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "(1, 2)")).toBe("equal");
  expect(outcome("(2, 1)", "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}")).toBe("different");
  expect(outcome("\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "5")).toBe("different");
});

test("ratios are compared term by term", () => {
  expect(outcome("1:2", "1 : 2")).toBe("equal");
  expect(outcome("1:2", "2:1")).toBe("different");
  expect(outcome("1:2", "1/2")).toBe("undecided");
});

test("nested sets of many elements stop at the step limit", () => {
  const inner = (seed: number) => `\\{${Array.from({ length: 20 }, (_, at) => `${seed}${at}`).join(",")}\\}`;
  const outer = (from: number) =>
    parse(`\\{${Array.from({ length: 30 }, (_, at) => inner(from + at)).join(",")}\\}`);
  const steps = newWork(newSteps(COMPARISON_STEPS));
  compareParts(outer(10), outer(50), steps);
  expect(steps.taken).toBeLessThan(4 * COMPARISON_STEPS);
});

test("named values are compared by name, and with a tuple in the order of their names", () => {
  expect(outcome("y=2, x=1", "x=1, y=2")).toBe("equal");
  expect(outcome("x=1, y=2", "x=2, y=1")).toBe("different");
  expect(outcome("y=2, x=1", "(1,2)")).toBe("equal");
  expect(outcome("x=1, y=2", "(2,1)")).toBe("different");
  expect(outcome("r=1, h=2", "(1,2)")).toBe("undecided");
  expect(outcome("r=1, h=2", "(1,3)")).toBe("different");
  expect(outcome("r=1, h=2", "(2,1)")).toBe("undecided");
  expect(outcome("(x,y)=(1,2)", "(y,x)=(2,1)")).toBe("equal");
});

test("a named point is a tuple, what may count permutations only against one", () => {
  expect(outcome("A(1,2)", "(1,2)")).toBe("equal");
  expect(outcome("P(5,2)", "(5,2)")).toBe("equal");
  expect(outcome("(5,3)", "P(5,2)")).toBe("different");
  expect(outcome("C(5,2)", "7")).not.toBe("equal");
});

test("a vector in angle brackets is no interval", () => {
  expect(outcome("\\langle 1,2\\rangle", "[1,2]")).toBe("equal");
  expect(outcome("\\langle 1,2\\rangle", "(1,2)")).toBe("equal");
  expect(outcome("\\langle 1,2\\rangle", "[1,2)")).toBe("different");
  expect(outcome("\\langle 1,2\\rangle", "\\{1,2\\}")).toBe("different");
});

test("ratios, times and numbers", () => {
  expect(outcome("2:4", "1:2")).toBe("equal");
  expect(outcome("3:1", "3")).toBe("undecided");
  expect(outcome("3:1", "4")).toBe("different");
  expect(outcome("15:30", "3:30 PM")).toBe("equal");
  expect(outcome("3:30", "3:30 PM")).toBe("undecided");
  expect(outcome("4:30", "3:30 PM")).toBe("different");
});

test("one choice or name is not several, nor is an empty list a number", () => {
  expect(outcome("A", "A, B")).toBe("different");
  expect(outcome("Alice", "Alice and Bob")).toBe("different");
  expect(outcome("both", "Alice and Bob")).toBe("undecided");
  expect(outcome("2+i", "2 \\pm i")).toBe("different");
  expect(outcome("[]", "12")).toBe("different");
  expect(outcome("[]", "\\emptyset")).toBe("equal");
  expect(outcome("\\{0\\}", "\\emptyset")).toBe("different");
});

test("a row may be a column, other sizes differ", () => {
  const [row, column] = ["\\begin{pmatrix}1&2\\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}"];
  expect(outcome(row, column)).toBe("undecided");
  expect(outcome(row, "\\begin{pmatrix}1\\\\3\\end{pmatrix}")).toBe("different");
  expect(outcome("\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1,2,3,4)")).toBe("different");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAnswers } from "./equal.ts";
import { questionKey } from "./questions.ts";
import { anyExpression, inLatex } from "./testing/random-expressions.ts";

test("equal answers in other spellings", () => {
  const pairs: [string, string][] = [
    ["1,234", "1234"],
    ["\\frac12", "\\tfrac{1}{2}"],
    ["1\\frac{1}{2}", "3/2"],
    ["0.5", "50\\%"],
    ["\\$5", "5 dollars"],
    ["1.2\\times 10^3", "1200"],
    ["\\sqrt{8}", "2\\sqrt2"],
    ["x=3", "3"],
    ["\\{1,2\\}", "\\{2,1\\}"],
    ["2,3", "3, 2"],
    ["1 \\pm \\sqrt{19}", "1+\\sqrt{19}, 1-\\sqrt{19}"],
    ["30^\\circ", "30"],
    ["1011_2", "1011_{2}"],
    ["\\text{Yes}", "true"],
    ["(B)", "B"],
    ["\\text{Sunday}", "sunday"],
    ["\\frac{1}{2", "1/2"],
    ["70,110", "70, 110"],
    ["1 < x \\le 3", "(1,3]"],
    ["3 \\ge x > 1", "x \\in (1,3]"],
    ["x<1 \\text{ or } x>3", "(-\\infty,1)\\cup(3,\\infty)"],
    ["(3,oo) U (-oo,1)", "x<1 or x>3"],
    ["x \\neq 3", "\\mathbb{R}\\setminus\\{3\\}"],
    ["{x | x > 2}", "(2, +\\infty)"],
    ["x=1, y=2", "(1,2)"],
    ["y=2, x=1", "(1,2)"],
    ["A(1,2)", "(1,2)"],
    ["(\\pm 1, 2)", "(1,2), (-1,2)"],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "\\langle 1, 2\\rangle"],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "[1, 2]"],
    ["2\\mathbf{i}-3\\mathbf{j}", "\\begin{pmatrix}2\\\\-3\\end{pmatrix}"],
    ["\\frac{1}{2}\\begin{bmatrix}2&4\\end{bmatrix}", "Matrix([[1, 2]])"],
    ["(-\\infty,1)\\cup(3,\\infty)", "Union(Interval.open(-oo, 1), Interval.open(3, oo))"],
    ["1/3", "Fraction(1, 3)"],
    ["3+4i", "(3+4j)"],
    ["180^\\circ", "\\pi"],
    ["1011_2", "11_{10}"],
    ["March 5, 2024", "2024-03-05"],
    ["3:30 PM", "15:30"],
    ["1 hour 30 minutes", "90 minutes"],
    ["\\$0.50", "50 cents"],
    ["1.2 x 10^3", "1200"],
  ];
  for (const [a, b] of pairs) expect(compareAnswers(a, b).outcome, `${a} ${b}`).toBe("equal");
});

test("formatting an expression never changes the outcome, nor what is asked", () => {
  const formats: ((text: string) => string)[] = [
    (text) => `$${text}$`,
    (text) => text.replaceAll("\\frac", "\\dfrac"),
    (text) => text.replaceAll("\\left", "").replaceAll("\\right", ""),
    (text) => text.replace(/(?<![\\A-Za-z])([+)])/g, " $1\\, "),
    (text) => `\\boxed{${text}}`,
    (text) => text.replace(/\^\{(\d)\}/g, "^$1"),
  ];
  fc.assert(
    fc.property(anyExpression, anyExpression, fc.constantFrom(...formats), (p, q, change) => {
      const [a, b] = [inLatex(p), inLatex(q)];
      const { outcome, method, questions } = compareAnswers(a, b);
      expect(compareAnswers(change(a), b)).toMatchObject({ outcome, method, questions });
      expect(compareAnswers(b, change(a))).toMatchObject({ outcome, method, questions });
      expect(compareAnswers(a, change(a)).outcome).toBe("equal");
    }),
    { numRuns: 500 },
  );
});

test("rulings decide what has parts too, one ruling for each part in doubt", () => {
  const [a, b] = ["(\\ln x^2, \\sqrt{x^3}, 1)", "(2\\ln x, x\\sqrt x, 1)"];
  const { outcome, questions } = compareAnswers(a, b);
  expect([outcome, questions.length]).toEqual(["undecided", 2]);
  const rule = (...rulings: ("equal" | "different")[]) => {
    const known = questions
      .slice(0, rulings.length)
      .map((question, at) => [questionKey(question), rulings[at] ?? "equal"] as const);
    return compareAnswers(b, a, { rulings: new Map(known) });
  };
  expect(rule("equal", "equal")).toMatchObject({ outcome: "equal", method: "symbolic", questions: [] });
  expect(rule("different")).toMatchObject({ outcome: "different", questions: [] });
  expect(rule("equal")).toMatchObject({ outcome: "undecided", questions: [questions[1]] });
  const set = compareAnswers("\\{\\ln x^2, 1\\}", "\\{1, 2\\ln x\\}");
  const ruled = new Map(set.questions.map((question) => [questionKey(question), "equal" as const]));
  expect(compareAnswers("\\{\\ln x^2, 1\\}", "\\{1, 2\\ln x\\}", { rulings: ruled }).outcome).toBe("equal");
});

test("expressions and equations, in both directions", () => {
  const rows: [string, string, "equal" | "different"][] = [
    ["x=3", "3", "equal"],
    ["2x+y=4", "y=4-2x", "equal"],
    ["2x+y=4", "4x+2y-8=0", "equal"],
    ["y=2x+1", "2x+1", "equal"],
    ["f^{-1}(x)=\\frac{x-1}{2}", "\\frac{x-1}{2}", "equal"],
    ["(x+1)(x-1)", "x^2-1", "equal"],
    ["3+4i", "4i+3", "equal"],
    ["e^{i\\pi}", "-1", "equal"],
    ["\\log_2 8", "3", "equal"],
    ["\\sqrt2\\cdot\\sqrt2-2", "0", "equal"],
    ["\\cos 60^\\circ", "0.5", "equal"],
    ["3+4i", "3-4i", "different"],
    ["x^2-1", "x^2+1", "different"],
    ["2x+y=4", "2x+y=5", "different"],
    ["\\frac{x}{3}", "0.33x", "different"],
  ];
  for (const [a, b, expected] of rows) {
    expect(compareAnswers(a, b).outcome, `${a} ${b}`).toBe(expected);
    expect(compareAnswers(b, a).outcome, `${b} ${a}`).toBe(expected);
  }
});

test("different answers that look alike", () => {
  const pairs: [string, string][] = [
    ["1/3", "0.33"],
    ["1/3", "0.333333"],
    ["(1,2)", "\\{1,2\\}"],
    ["(1,2)", "[1,2]"],
    ["\\sqrt{2}", "1.414"],
    ["(1,2)", "(2,1)"],
    ["5", "-5"],
    ["1 < x < 3", "[1,3]"],
    ["1 < x < 3", "1, 3"],
    ["x = 1, y = 2", "x = 2, y = 1"],
    ["\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}", "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}"],
    ["1011_2", "1011_3"],
    ["3:30 PM", "3:30 AM"],
    ["5\\text{ cm}", "5\\text{ m}"],
  ];
  for (const [a, b] of pairs) expect(compareAnswers(a, b).outcome, `${a} ${b}`).toBe("different");
});

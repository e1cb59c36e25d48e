import fc from "fast-check";
import { expect, test } from "vitest";
import { rewriteCalls, splitArguments } from "./python-calls.ts";
import { newSteps } from "./steps.ts";

const rewrite = (text: string): string => rewriteCalls(text, newSteps());

test("what each constructor prints comes out as LaTeX", () => {
  const cases = {
    "Fraction(1, 3)": "\\frac{1}{3}",
    "Rational(-1, 3)": "\\frac{-1}{3}",
    "fractions.Fraction(5)": "5",
    "Decimal('0.10')": "0.10",
    "np.float64(2.5)": "2.5",
    "2*sqrt(3)": "2*\\sqrt{3}",
    "math.sqrt(2 + sqrt(3))/2": "\\sqrt{2 + \\sqrt{3}}/2",
    "Interval.open(1, 3)": "(1, 3)",
    "Interval(1, 3)": "[1, 3]",
    "Interval(1, 3, True, False)": "(1, 3]",
    "Interval.Ropen(-oo, sqrt(2))": "[-oo, \\sqrt{2})",
    "Union(Interval.open(-oo, 1), FiniteSet(2, 3))": "(-oo, 1) \\cup \\{2, 3\\}",
    "Complement(Reals, FiniteSet(3))": "Reals \\setminus \\{3\\}",
    "Eq(x, 3)": "x=3",
    "And(1 < x, x < 3)": "1 < x and x < 3",
    "Matrix([[1, 2], [3, sqrt(4)]])": "\\begin{pmatrix}1 & 2 \\\\ 3 & \\sqrt{4}\\end{pmatrix}",
    "np.array([1, 2])": "\\begin{pmatrix}1 \\\\ 2\\end{pmatrix}",
    "set()": "\\{\\}",
    "datetime.date(2024, 3, 5)": "2024-03-05",
    "complex(3, -4)": "3-4i",
    "float('inf')": "inf",
    "exp(2)": "e^{2}",
    "math.factorial(10)": "(10)!",
  };
  for (const [printed, latex] of Object.entries(cases)) expect(rewrite(printed), printed).toBe(latex);
});

test("calls of anything else, and brackets that never close, stay", () => {
  for (const text of [
    "f(2)",
    "\\sqrt(2)",
    "sqrt(2",
    "mysqrt(2)",
    "a.b.sqrt(2)",
    "Union (1, 2)",
    "date(1, 2)",
    "(1, 2)",
    "Matrix(2)",
  ]) {
    expect(rewrite(text), text).toBe(text);
  }
});

test("arguments are split outside brackets, and come together again", () => {
  const argument = fc.constantFrom("1", "[1, 2]", "(a, b)", "{x: 1, y: 2}", "f(1, [2, 3])");
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1, maxLength: 5 }), (args) => {
      expect(splitArguments(args.join(", "))).toEqual(args);
    }),
  );
});

test("nested calls cost no more than their steps", () => {
  for (const unit of ["sqrt(", "Union(1,", "sqrt(1)", "Matrix([["]) {
    const steps = newSteps(300_000);
    rewriteCalls(unit.repeat(4000 / unit.length), steps);
    expect(steps.taken).toBeLessThan(2 * steps.limit);
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { respellPython } from "./python-values.ts";
import { newSteps } from "./steps.ts";

const respell = (text: string): string => respellPython(text, newSteps());

test("printed values come out as LaTeX writes them", () => {
  const cases = {
    "x**2 + 1": "x^2 + 1",
    "{1, 2}": "\\{1, 2\\}",
    "{'a', 'b'}": "\\{a, b\\}",
    "['A', 'B']": "[A, B]",
    "'Yes'": "Yes",
    "(3+4j)": "3+4i",
    "1.5-2j": "1.5-2i",
    "2j": "2i",
    "{x: 3, y: 2}": "x=3, y=2",
    "{'x': 3}": "x=3",
    "[{x: 1}, {x: 2}]": "x=1, x=2",
    "[{x: 1, y: 2}, {x: 3, y: 4}]": "(x,y)=(1, 2), (x,y)=(3, 4)",
    "{x | x > 2}": "\\{x | x > 2\\}",
    "{x : x > 2}": "\\{x : x > 2\\}",
    "[1 2 3]": "[1, 2, 3]",
    "[[1 2] [3 4]]": "[[1, 2], [3, 4]]",
    "[ 1.5 -2. ]": "[ 1.5, -2. ]",
    "(x < 1) | (x > 3)": "(x < 1) or (x > 3)",
    "(-oo < x) & (x < 1)": "(-\\infty  < x) and (x < 1)",
    "np.pi/2": "\\pi/2",
    "3 - 4*I": "3 - 4*i",
    "E**3": "e^3",
    "1_000_000": "1000000",
    "negative infinity": "-\\infty ",
    "**7": "7",
    EmptySet: "\\emptyset",
    "2sqrt (3)": "2\\sqrt{3}",
  };
  for (const [printed, latex] of Object.entries(cases)) expect(respell(printed), printed).toBe(latex);
});

test("LaTeX and plain answers stay as they are", () => {
  const texts = [
    "\\{1, 2\\}",
    "\\sqrt{2}",
    "\\frac{\\pi}{2}",
    "(1, 2)",
    "[1, 2]",
    "{5}",
    "f'(x)",
    "18",
    "[1 1/2]",
    "|x|",
    "(a)|(b)",
    "\\infty",
    "x_{1}",
  ];
  for (const text of texts) expect(respell(text), text).toBe(text);
});

/** A pattern that backtracks without end would run into the time limit of the test. */
test("hostile text is respelled without an exception or much work", () => {
  const part = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "x: ",
    "1, ",
    "'",
    '"',
    "1 ",
    "sqrt(",
    ") | (",
    "j",
    "Fraction(",
    "**",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const unit = parts.join("");
      const steps = newSteps(300_000);
      respellPython(unit.repeat(Math.ceil(4000 / unit.length)).slice(0, 4000), steps);
      expect(steps.taken).toBeLessThan(4 * steps.limit);
    }),
    { numRuns: 200 },
  );
});

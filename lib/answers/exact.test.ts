import { expect, test } from "vitest";
import { exactValue } from "./exact.ts";
import { canonical, fractionText, newField, rationalOf } from "./field.ts";
import { spellLatex } from "./latex.ts";
import { withoutMarks } from "./marks.ts";
import { readExpression } from "./read-expression.ts";
import { newSteps } from "./steps.ts";

function reduced(text: string, field = newField(newSteps(40_000))): string | null {
  const reading = readExpression(withoutMarks(spellLatex(text, newSteps())), newSteps());
  const value = reading && exactValue(field, reading.expression);
  const plain = value && canonical(field, value);
  if (!plain || field.steps.taken > field.steps.limit) return null;
  const number = rationalOf(plain);
  return number ? `${number.n}/${number.d}` : fractionText(plain);
}

/** Both in one field, so that their atoms are the same. */
function agree(a: string, b: string): boolean {
  const field = newField(newSteps(40_000));
  const [x, y] = [reduced(a, field), reduced(b, field)];
  return x !== null && x === y;
}

test("numbers of whatever making are recognised", () => {
  expect(reduced("\\binom{5}{2}")).toBe("10/1");
  expect(reduced("\\frac{10!}{8!}")).toBe("90/1");
  expect(reduced("\\lfloor -\\frac{7}{2}\\rfloor")).toBe("-4/1");
  expect(reduced("\\lceil -\\frac{7}{2}\\rceil")).toBe("-3/1");
  expect(reduced("|\\frac{1}{2}-1|")).toBe("1/2");
  expect(reduced("|3+4i|")).toBe("5/1");
  expect(reduced("(1+i)(1-i)")).toBe("2/1");
  expect(reduced("\\log_2 8")).toBe("3/1");
  expect(reduced("\\ln e^2")).toBe("2/1");
  expect(reduced("e^{i\\pi}")).toBe("-1/1");
  expect(reduced("\\sin^2 15^\\circ+\\cos^2 15^\\circ")).toBe("1/1");
});

test("what has no value has none", () => {
  for (const text of [
    "\\frac{1}{0}",
    "0^0",
    "\\tan\\frac{\\pi}{2}",
    "\\ln 0",
    "(-1)!",
    "\\infty",
    "\\frac{1}{x-x}",
  ])
    expect(reduced(text), text).toBeNull();
});

test("quotients of factorials, hyperbolic functions and logarithms to any base are taken apart", () => {
  expect(agree("\\frac{(n+2)!}{n!}", "(n+2)(n+1)")).toBe(true);
  expect(agree("\\frac{(n-1)!}{n!}", "\\frac{1}{n}")).toBe(true);
  expect(agree("\\binom{n}{3}", "\\frac{n(n-1)(n-2)}{6}")).toBe(true);
  expect(agree("\\log_4 x", "\\frac{\\ln x}{2\\ln 2}")).toBe(true);
  expect(agree("\\sec^2 x", "1+\\tan^2 x")).toBe(true);
  expect(agree("\\log 8", "3\\log 2")).toBe(true);
});

test("an absolute value of what has variables keeps its sign in doubt", () => {
  expect(agree("|x|", "x")).toBe(false);
  expect(agree("|x|", "|-x|")).toBe(true);
  expect(agree("|x-1|^2", "x^2-2x+1")).toBe(true);
});

test("what would be too large is given up", () => {
  for (const text of ["(x+1)^{999999}", "201!", "(x+y)^{150}(x+z)^{150}", "2^{10^9}"])
    expect(reduced(text), text).toBeNull();
});

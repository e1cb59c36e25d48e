import { expect, test } from "vitest";
import { answerForm } from "./answer-form.ts";

test.each([
  ["18", "plain"],
  ["3/4", "plain"],
  ["no solution", "plain"],
  ["$5", "plain"],
  ["$5 or $6", "plain"],
  ["", "plain"],
  ["\\frac{3}{4}", "tex"],
  ["x^2 + 1", "tex"],
  ["a_1", "tex"],
  ["50\\%", "tex"],
  ["\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "text"],
  ["$\\frac{3}{4}$", "text"],
  ["\\(x^2\\)", "text"],
  ["$x$ or $y$", "text"],
  ["x^2\ny", "plain"],
])("the answer %j is shown as %s", (answer, form) => {
  expect(answerForm(answer)).toBe(form);
});

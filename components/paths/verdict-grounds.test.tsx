import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { VerdictGrounds } from "./verdict-grounds.tsx";

afterEach(cleanup);

const shown = (...[verdictMethod, verdictReason]: Grounds) =>
  render(<VerdictGrounds path={{ verdictMethod, verdictReason }} />).container;

type Grounds = [method: Parameters<typeof VerdictGrounds>[0]["path"]["verdictMethod"], reason: string | null];

test.each<[...Grounds, text: string]>([
  ["numeric", "18.0 is 18", "compared as numbers: 18.0 is 18"],
  ["literal", "", "compared as text"],
  ["symbolic", "x+1 is 1+x", "compared as expressions: x+1 is 1+x"],
  ["executed", "18 is 18.0", "found by running its code: 18 is 18.0"],
  [null, "no final answer was found in the path", "no final answer was found in the path"],
  [null, null, ""],
])("a verdict by %s because of %j stands on the grounds %j", (method, reason, text) => {
  expect(shown(method, reason).textContent).toBe(text);
});

test("answers in a reason are drawn as maths, not shown as LaTeX", () => {
  const grounds = shown("numeric", "expected \\frac{3}{4}, found 20");
  expect(grounds.querySelectorAll(".katex").length).toBe(1);
  expect(grounds.textContent).toContain("expected ");
  expect(grounds.textContent).toContain(", found 20");
});

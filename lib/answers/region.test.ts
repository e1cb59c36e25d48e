import { expect, test } from "vitest";
import { spellLatex } from "./latex.ts";
import { numberSetOf } from "./region.ts";
import { newSteps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";

/** The set in interval notation with "!" where it is certain; null where the answer is none. */
function read(text: string): string | null {
  const found = numberSetOf(parseAnswer(spellLatex(text, newSteps()), newSteps()));
  if (!found) return null;
  const shown = found.intervals.map(
    ({ low, high }) =>
      `${low.closed ? "[" : "("}${low.at?.text ?? "-oo"},${high.at?.text ?? "oo"}${high.closed ? "]" : ")"}`,
  );
  return shown.join(" ") + (found.certain ? "!" : "");
}

test("brackets of two values may be an interval, half-open and unbounded ones are", () => {
  expect(read("(1,2)")).toBe("(1,2)");
  expect(read("[1,2]")).toBe("[1,2]");
  expect(read("[1,2)")).toBe("[1,2)!");
  expect(read("(1,\\infty)")).toBe("(1,oo)!");
  expect(read("[-\\infty,2]")).toBe("(-oo,2]!");
  expect(read("(a,b]")).toBe("(a,b]!");
});

test("conditions, unions and all real numbers are certain", () => {
  expect(read("x > 2")).toBe("(2,oo)!");
  expect(read("(1,2)\\cup(3,4)")).toBe("(1,2) (3,4)!");
  expect(read("\\{-1\\}\\cup[0,7)")).toBe("[-1,-1] [0,7)!");
  expect(read("\\mathbb{R}")).toBe("(-oo,oo)!");
  expect(read("\\mathbb{R}\\setminus\\{3\\}")).toBe("(-oo,3) (3,oo)!");
  expect(read("(1,\\infty), (-\\infty,0)")).toBe("(1,oo) (-oo,0)!");
});

test("sets and lists of numbers are points", () => {
  expect(read("\\{1,2\\}")).toBe("[1,1] [2,2]");
  expect(read("1, 2")).toBe("[1,1] [2,2]");
  expect(read("5")).toBe("[5,5]");
  expect(read("\\emptyset")).toBe("");
});

test("what can be no set of numbers is none", () => {
  for (const text of [
    "(1,2,3)",
    "(2,1)",
    "(0,-\\infty)",
    "x+1",
    "Sunday",
    "1:2",
    "5 cm",
    "x>1, y<2",
    "\\{(1,2)\\}",
  ]) {
    expect(read(text), text).toBeNull();
  }
});

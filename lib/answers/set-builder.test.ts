import fc from "fast-check";
import { expect, test } from "vitest";
import { spellLatex } from "./latex.ts";
import { builderCondition, readReals } from "./set-builder.ts";
import { newSteps } from "./steps.ts";

const spell = (text: string): string => spellLatex(text, newSteps());

test("the condition comes out of a set as it went in", () => {
  const head = fc.constantFrom(
    "x|",
    "x \\mid ",
    "x : ",
    "x \\in \\mathbb{R} \\mid ",
    "t\\,|\\,",
    "\\theta\\colon ",
  );
  const condition = fc.constantFrom("x > 2", "1 < x < 3", "x \\ne 3");
  fc.assert(
    fc.property(head, condition, (start, rest) => {
      expect(builderCondition(spell(`\\left\\{${start}${rest}\\right\\}`))).toBe(spell(rest));
    }),
  );
});

test("lists, sets over whole numbers and empty conditions have none", () => {
  for (const text of [
    "\\{1, 2\\}",
    "\\{n \\in \\mathbb{Z} | n > 2\\}",
    "\\{x|\\}",
    "x > 2",
    "\\{|x|\\}",
    "\\{1:2\\}",
  ]) {
    expect(builderCondition(spell(text)), text).toBeNull();
  }
});

test("all real numbers, in signs and words, with what is left out", () => {
  for (const text of [
    "\\mathbb{R}",
    "\\mathbb R",
    "all real numbers",
    "All reals",
    "any real number",
    "the set of all real numbers",
  ]) {
    expect(readReals(spell(text)), text).toEqual({ without: null });
  }
  expect(readReals(spell("\\mathbb{R} \\setminus \\{3, 4\\}"))).toEqual({ without: "\\{3, 4\\}" });
  expect(readReals(spell("\\mathbb{R}\\backslash\\{3\\}"))).toEqual({ without: "\\{3\\}" });
  expect(readReals("all real numbers except x = 3")).toEqual({ without: "3" });
  for (const text of ["R", "\\mathbb{Z}", "all", "real", "all prime numbers", ""])
    expect(readReals(text), text).toBeNull();
});

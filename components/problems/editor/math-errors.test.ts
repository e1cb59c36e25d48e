import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mathErrorSpans, mathErrors } from "./math-errors.ts";

describe("formulas that can't be drawn", () => {
  test("are none in a text whose formulas are right", () => {
    expect(mathErrors("What is $\\frac{1}{2}$ of \\(36\\), for $5?")).toEqual([]);
  });

  test("are marked from the place of the error to the end of the formula", () => {
    expect(mathErrors("One\nand $1 + \\foo$ two")).toEqual([
      { line: 2, column: 10, endLine: 2, endColumn: 15, message: "Undefined control sequence: \\foo" },
    ]);
  });

  test("are found over several lines", () => {
    const [error] = mathErrors("$$\n\\frac{1}\n$$");
    expect(error).toMatchObject({ endLine: 3, endColumn: 3 });
    expect(error?.line).toBeGreaterThanOrEqual(2);
  });

  test("lie in the text, in order, whatever is written", () => {
    const piece = fc.constantFrom("$", "$$", "\\(", "\\)", "\\frac", "{", "}", "x", "\n", " ", "\\foo", "^");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const lines = text.split("\n");
        const errors = mathErrors(text);
        for (const { line, column, endLine, endColumn } of errors) {
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
          expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1]?.length ?? -1) + 1);
          expect(endLine > line || (endLine === line && endColumn >= column)).toBe(true);
        }
        expect(mathErrorSpans(errors).map(({ startLine }) => startLine)).toEqual(
          errors.map(({ line }) => line),
        );
      }),
    );
  });

  test("are told up to a number that can be read", () => {
    expect(mathErrors("$\\foo$ ".repeat(500))).toHaveLength(20);
  });
});

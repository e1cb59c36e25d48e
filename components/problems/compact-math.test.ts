import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitMath } from "#components/ui/math-delimiters.ts";
import { texToHtml } from "#components/ui/tex-html.ts";
import { compactMath, compactTex } from "./compact-math.ts";

const kind = fc.constantFrom("", "p", "b", "B", "v", "V");
const cell = fc.constantFrom("0", "-1", "k", "\\frac{1}{2}", "x^2");
const matrix = fc
  .tuple(kind, fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }))
  .map(([letter, rows]) => {
    const body = rows.map((row) => row.join(" & ")).join(" \\\\\n");
    return { letter, body, tex: `\\begin{${letter}matrix} ${body} \\end{${letter}matrix}` };
  });

describe("maths for a line of a table", () => {
  test("has every matrix small, its entries kept, and can still be drawn", () => {
    fc.assert(
      fc.property(fc.array(matrix, { minLength: 1, maxLength: 3 }), (matrices) => {
        const tex = compactTex(matrices.map((each) => each.tex).join(" + "));
        expect(tex).not.toMatch(/\\begin\{[pbBvV]?matrix\}/);
        for (const { body } of matrices) expect(tex).toContain(body);
        expect(texToHtml(tex, false)).not.toBeNull();
      }),
    );
  });

  test("has as many formulas as before, among the same words", () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom("$$", "$", "bare"), ({ tex }, mark) => {
        const text = `Let A = ${mark === "bare" ? tex : mark + tex + mark} be given.`;
        const pieces = splitMath(compactMath(text));
        expect(pieces.map((piece) => ("tex" in piece ? "inline" : piece.source))).toEqual([
          "Let A = ",
          "inline",
          " be given.",
        ]);
      }),
    );
  });

  test("sets the inner one of two nested matrices small", () => {
    expect(compactTex("\\begin{pmatrix} \\begin{bmatrix} 1 \\end{bmatrix} & 0 \\end{pmatrix}")).toBe(
      "\\begin{pmatrix} \\left[\\begin{smallmatrix} 1 \\end{smallmatrix}\\right] & 0 \\end{pmatrix}",
    );
  });

  test("leaves text without matrices, and matrices that are cut off, as they stand", () => {
    for (const text of [
      "It costs $5.",
      "$x^2$ and `\\begin{pmatrix}`",
      "Let $A = \\begin{pmatrix} 1 & 2",
      "",
    ]) {
      expect(compactMath(text)).toBe(text);
    }
  });
});

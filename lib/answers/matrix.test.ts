import fc from "fast-check";
import { expect, test } from "vitest";
import { matrixCells } from "./matrix.ts";

test("the cells of a matrix come back row by row from every environment", () => {
  const cells = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer().map(String), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(cells, fc.constantFrom("pmatrix", "bmatrix", "matrix", "smallmatrix"), (rows, name) => {
      const body = rows.map((row) => row.join(" & ")).join(" \\\\ ");
      expect(matrixCells(`\\begin{${name}} ${body} \\end{${name}}`)).toEqual(rows);
      expect(matrixCells(`\\begin{${name}}${body}\\\\\\end{${name}}`)).toEqual(rows);
    }),
  );
});

test("an array's columns are not a cell", () => {
  expect(matrixCells("\\begin{array}{cc} 1 & 2 \\end{array}")).toEqual([["1", "2"]]);
});

test("determinants, ragged rows and text around are no matrix", () => {
  for (const text of [
    "\\begin{vmatrix} 1 \\end{vmatrix}",
    "\\begin{pmatrix} 1 & 2 \\\\ 3 \\end{pmatrix}",
    "2\\begin{pmatrix} 1 \\end{pmatrix}",
    "\\begin{pmatrix} 1 \\end{pmatrix}^T",
    "\\begin{pmatrix}\\end{pmatrix}",
    "5",
  ]) {
    expect(matrixCells(text), text).toBeNull();
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { expandedDeterminant, listedRows, matrixCells, transposed } from "./matrix.ts";

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
  for (const columns of ["{cc}", "cc", "c|c", "{r l}", "|cc| "]) {
    expect(matrixCells(`\\begin{array}${columns}1 & 2\\\\c & d\\end{array}`), columns).toEqual([
      ["1", "2"],
      ["c", "d"],
    ]);
  }
  expect(matrixCells("\\begin{array}c l\\\\ 2\\end{array}")).toEqual([["l"], ["2"]]);
  expect(matrixCells("\\begin{pmatrix*}[r] 1 & 2 \\end{pmatrix*}")).toEqual([["1", "2"]]);
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

test("transposing twice gives the same cells", () => {
  const rows = [
    ["1", "2", "3"],
    ["4", "5", "6"],
  ];
  expect(transposed(rows)).toEqual([
    ["1", "4"],
    ["2", "5"],
    ["3", "6"],
  ]);
  expect(transposed(transposed(rows))).toEqual(rows);
});

test("a system of equations is listed, a definition by cases isn't", () => {
  expect(listedRows("\\begin{cases}x=1,\\\\y=2\\end{cases}")).toEqual(["x=1", "y=2"]);
  expect(listedRows("\\begin{aligned}x&=1\\\\y&=2\\end{aligned}")).toEqual(["x=1", "y=2"]);
  for (const text of [
    "\\begin{cases}1&x=2\\\\0&x=3\\end{cases}",
    "\\begin{cases}1\\\\2\\end{cases}",
    "x=1",
  ]) {
    expect(listedRows(text), text).toBeNull();
  }
});

test("a determinant written out has its value", () => {
  const entry = fc.integer({ min: -9, max: 9 });
  const determinant = (rows: number[][]) =>
    evaluate(
      expandedDeterminant(`\\begin{vmatrix}${rows.map((row) => row.join("&")).join("\\\\")}\\end{vmatrix}`) ??
        "",
    )?.value;
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 9, maxLength: 9 }),
      ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]) => {
        const small = { kind: "exact", value: { n: BigInt(a * d - b * c), d: 1n } };
        expect(
          determinant([
            [a, b],
            [c, d],
          ]),
        ).toEqual(small);
        const n = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
        expect(
          determinant([
            [a, b, c],
            [d, e, f],
            [g, h, i],
          ]),
        ).toEqual({ kind: "exact", value: { n: BigInt(n), d: 1n } });
      },
    ),
  );
  for (const text of ["\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "\\begin{vmatrix}1&2\\end{vmatrix}", "5"]) {
    expect(expandedDeterminant(text), text).toBeNull();
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "./answer.ts";
import { spellLatex } from "./latex.ts";
import { COMPARISON_STEPS, newSteps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const parse = (text: string): Answer => parseAnswer(spellLatex(text, newSteps()), newSteps());

/** An answer as plain data: texts of leaves, and style and items of what has parts. */
function shape(answer: Answer): unknown {
  if (answer.kind === "leaf") return answer.text;
  if (answer.kind === "matrix") return { matrix: answer.rows.map((row) => row.map(shape)) };
  if (answer.kind === "region") return { region: answer.intervals.length, of: answer.variable };
  return { [answer.kind === "union" ? "union" : answer.style]: answer.items.map(shape) };
}

test("elements come out as they went in, whatever encloses them", () => {
  const item = fc.constantFrom("1", "-2", "\\frac{1}{2}", "x+1", "\\sqrt{3}", "0.5");
  const styles = fc.constantFrom(
    ["(", ")", "round"],
    ["[", "]", "square"],
    ["[", ")", "left"],
    ["(", "]", "right"],
    ["\\{", "\\}", "set"],
    ["", "", "bare"],
    ["\\left(", "\\right)", "round"],
    ["\\langle ", "\\rangle", "vector"],
  );
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 2, maxLength: 6 }),
      styles,
      ([...items], [open, close, style = ""]) => {
        expect(shape(parse(`${open}${items.join(", ")}${close}`))).toEqual({ [style]: items });
      },
    ),
  );
});

test("words join lists, and plus or minus is two values", () => {
  expect(shape(parse("19 \\text{ and }43"))).toEqual({ bare: ["19", "43"] });
  expect(shape(parse("7, -2, \\text{ and } -5"))).toEqual({ bare: ["7", "-2", "-5"] });
  expect(shape(parse("x = 1 or x = 2"))).toEqual({ bare: ["1", "2"] });
  expect(shape(parse("3 \\pm 2\\sqrt{2}"))).toEqual({ bare: ["3+2\\sqrt{2}", "3-2\\sqrt{2}"] });
  expect(shape(parse("\\{1\\pm\\sqrt{5},-2\\}"))).toEqual({ set: ["1+\\sqrt{5}", "1-\\sqrt{5}", "-2"] });
});

test("unions, with their sign or the letter", () => {
  const expected = { union: [{ round: ["-\\infty", "2"] }, { left: ["3", "\\infty"] }] };
  expect(shape(parse("(-\\infty,2)\\cup[3,\\infty)"))).toEqual(expected);
  expect(shape(parse("(-oo, 2) U [3, oo)"))).toEqual(expected);
  expect(shape(parse("x \\in (-∞,2)∪[3,∞)"))).toEqual(expected);
});

test("a name in front of what has parts goes", () => {
  expect(shape(parse("(x, y) = (1, 2)"))).toEqual({ round: ["1", "2"] });
  expect(shape(parse("A = \\begin{pmatrix} 1 & 2 \\end{pmatrix}"))).toEqual({ matrix: [["1", "2"]] });
});

test("brackets around one value, and text around all, are only brackets", () => {
  expect(shape(parse("(5)"))).toBe("5");
  expect(shape(parse("\\text{(B)}"))).toBe("B");
  expect(shape(parse("\\left(\\begin{array}{c} 1 \\\\ 2 \\end{array}\\right)"))).toEqual({
    matrix: [["1"], ["2"]],
  });
  expect(shape(parse("\\{5\\}"))).toEqual({ set: ["5"] });
});

test("products of brackets, functions and thousands are no lists", () => {
  for (const text of ["(x+1)(x-2)", "f(2)", "1234", "x+1"]) expect(shape(parse(text))).toBe(text);
  expect(shape(parse("1,234"))).toBe("1234");
  expect(shape(parse("1:2"))).toEqual({ ratio: ["1", "2"] });
});

test("any string is parsed without an exception within the step limit", () => {
  const likely = fc.stringMatching(/^(?:[()[\]{},;=: ]|\\\{|\\\}|\\cup|\\pm|and |1|x|-){0,60}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: character }), likely), (text) => {
      const steps = newSteps(COMPARISON_STEPS);
      expect(parseAnswer(text, steps).kind).toMatch(/^(?:leaf|sequence|union|matrix|region)$/);
      expect(steps.taken).toBeLessThan(200 * (text.length + 1));
    }),
  );
});

test("conditions are regions, with what they are about", () => {
  expect(shape(parse("1 < x \\le 3"))).toEqual({ region: 1, of: "x" });
  expect(shape(parse("x<1 \\text{ or } x>3"))).toEqual({ region: 2, of: "x" });
  expect(shape(parse("\\{x \\mid x > 2\\}"))).toEqual({ region: 1, of: null });
  expect(shape(parse("x \\in \\mathbb{R}"))).toEqual({ region: 1, of: "x" });
  expect(shape(parse("\\mathbb{R} \\setminus \\{1, 2\\}"))).toEqual({ region: 3, of: null });
  expect(shape(parse("[1,5] \\setminus \\{2\\}"))).toEqual({ region: 2, of: null });
  expect(shape(parse("x > 1, y < 2"))).toEqual({
    bare: [
      { region: 1, of: "x" },
      { region: 1, of: "y" },
    ],
  });
});

test("points, vectors and intervals in other notations", () => {
  expect(shape(parse("A(1,2)"))).toEqual({ round: ["1", "2"] });
  expect(shape(parse("A(1,2), B(3,4)"))).toEqual({ bare: [{ round: ["1", "2"] }, { round: ["3", "4"] }] });
  expect(shape(parse("C(5,2)"))).toBe("C(5,2)");
  expect(shape(parse("<1, 2>"))).toEqual({ vector: ["1", "2"] });
  expect(shape(parse("2\\mathbf{i} - \\mathbf{j}"))).toEqual({ vector: ["2", "-1"] });
  expect(shape(parse("]1, 2]"))).toEqual({ right: ["1", "2"] });
  expect(shape(parse("(1, 2)^T"))).toEqual({ round: ["1", "2"] });
  expect(shape(parse("(\\pm 1, 2)"))).toEqual({ bare: [{ round: ["1", "2"] }, { round: ["-1", "2"] }] });
  expect(shape(parse("(\\pm 1, \\pm 2)"))).toBe("(\\pm1,\\pm2)");
});

test("matrices turned, multiplied and written as systems", () => {
  expect(shape(parse("\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^T"))).toEqual({
    matrix: [
      ["1", "3"],
      ["2", "4"],
    ],
  });
  expect(shape(parse("\\frac12\\begin{pmatrix}2&4\\end{pmatrix}"))).toEqual({
    matrix: [["(\\frac{1}{2})*(2)", "(\\frac{1}{2})*(4)"]],
  });
  expect(shape(parse("\\begin{cases}x=1\\\\y=2\\end{cases}"))).toEqual({ bare: ["1", "2"] });
  expect(shape(parse("\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}"))).toBe("(1)*((4))-(2)*((3))");
});

test("dates, times and amounts with commas are one answer", () => {
  expect(shape(parse("March 5, 2024"))).toBe("March5,2024");
  expect(shape(parse("2 hours, 30 minutes"))).toBe("150");
  expect(shape(parse("5 and 3"))).toEqual({ bare: ["5", "3"] });
  expect(shape(parse("3:30"))).toEqual({ ratio: ["3", "30"] });
});

test("what announces the answer goes, and brackets that were cut off come back", () => {
  expect(shape(parse("The answer is 7"))).toBe("7");
  expect(shape(parse("\\text{The answer is } 7"))).toBe("7");
  expect(shape(parse("(1, 2"))).toEqual({ round: ["1", "2"] });
  expect(shape(parse("7 \\\\"))).toBe("7");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { formulaSpans } from "./formula-spans.ts";

const formulas = (text: string) => formulaSpans(text).map(({ start, end }) => text.slice(start, end));

test("spans lie in order, apart from each other and inside the text, whatever it is", () => {
  const piece = fc.constantFrom(
    "$",
    "$$",
    "\\(",
    "\\)",
    "5",
    " and ",
    "x",
    "\\begin{matrix}",
    "\\end{matrix}",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const { start, end } of formulaSpans(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  ["the legs are $9$ and $12$ long", ["$9$", "$12$"]],
  ["find $$\\frac{1}{2}$$ and \\(x\\)", ["$$\\frac{1}{2}$$", "\\(x\\)"]],
  ["the matrix \\begin{pmatrix} 1 \\end{pmatrix} is", ["\\begin{pmatrix} 1 \\end{pmatrix}"]],
  ["the set $x \\text{ where it is}$", ["$x \\text{ where it is}$"]],
])("finds the formulas of %j", (text, found) => {
  expect(formulas(text)).toEqual(found);
});

test.each(["for $5 to adults and for $3 to children", "costs $5 a day and$3 a night", "it costs $80,000."])(
  "takes the prices of %j for no formula",
  (text) => {
    expect(formulas(text)).toEqual([]);
  },
);

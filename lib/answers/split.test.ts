import fc from "fast-check";
import { expect, test } from "vitest";
import { pieces, splitAt } from "./split.ts";
import { newSteps } from "./steps.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const isComma = (piece: string): boolean => piece === ",";

test("parts joined by commas come apart again, whatever commas their brackets hold", () => {
  const part = fc.constantFrom(
    "1",
    "(1,2)",
    "[3,4)",
    "\\{5,6\\}",
    "\\frac{1}{2}",
    "f(a,g(b,c))",
    "\\langle 1,2\\rangle",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const text = parts.join(",");
      const all = pieces(text, newSteps()) ?? [];
      expect(splitAt(text, all, isComma)).toEqual(parts);
    }),
  );
});

test("the pieces of balanced text are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      const steps = newSteps();
      const all = pieces(text, steps);
      if (all) expect(all.map((piece) => piece.text).join("").length).toBeLessThanOrEqual(text.length);
      expect(steps.taken).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("brackets that don't pair have no pieces", () => {
  for (const text of ["(", ")", "(1,2))", "[1,2", "\\}"]) expect(pieces(text, newSteps()), text).toBeNull();
  expect(pieces("[1,2)", newSteps())).not.toBeNull();
});

test("empty parts are left out", () => {
  expect(splitAt("1,,2, ", pieces("1,,2, ", newSteps()) ?? [], isComma)).toEqual(["1", "2"]);
});

test("what stands in an environment is not split", () => {
  const text = "\\begin{pmatrix}1,2\\end{pmatrix},3";
  expect(splitAt(text, pieces(text, newSteps()) ?? [], isComma)).toEqual([
    "\\begin{pmatrix}1,2\\end{pmatrix}",
    "3",
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { newSteps } from "./steps.ts";
import { tokenise } from "./tokens.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

test("a decimal keeps its digits and its power of ten", () => {
  fc.assert(
    fc.property(
      fc.nat(99_999),
      fc.stringMatching(/^\d{1,9}$/),
      fc.integer({ min: -99, max: 99 }),
      (a, b, e) => {
        expect(tokenise(`${a}.${b}e${e}`, newSteps())).toEqual([
          { kind: "number", digits: `${a}${b}`, scale: b.length - e, repeating: "" },
        ]);
      },
    ),
  );
});

test("commands and names come without their backslash, signs one by one", () => {
  expect(
    tokenise("-\\frac{1}{2}pi", newSteps())?.map((each) => ("text" in each ? each.text : each.kind)),
  ).toEqual(["-", "frac", "{", "number", "}", "{", "number", "}", "pi"]);
});

test("a space counts only between digits", () => {
  expect(tokenise("1 1/2", newSteps())?.[1]).toEqual({ kind: "gap" });
  expect(tokenise("2 \\pi", newSteps())).toHaveLength(2);
});

test("a repeating decimal keeps its period", () => {
  expect(tokenise("0.1\\overline{6}", newSteps())).toEqual([
    { kind: "number", digits: "01", scale: 1, repeating: "6" },
  ]);
});

test("characters that belong to no arithmetic, and absurd exponents, are refused", () => {
  for (const text of ["1,2", "x=3", "5%", ".", "1e99999", "#"]) expect(tokenise(text, newSteps())).toBeNull();
});

test("tokenising takes steps in proportion to the text and stops at the limit", () => {
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 500 }), (text) => {
      const steps = newSteps();
      tokenise(text, steps);
      expect(steps.taken).toBeLessThanOrEqual(2 * text.length);
    }),
  );
  expect(tokenise("1+".repeat(100), newSteps(50))).toBeNull();
});

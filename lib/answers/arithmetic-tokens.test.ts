import fc from "fast-check";
import { expect, test } from "vitest";
import { tokeniseProse } from "./arithmetic-tokens.ts";
import { newSteps } from "./steps.ts";

const kinds = (text: string): string =>
  tokeniseProse(text, newSteps())
    .map(({ kind, text: spelled }) =>
      kind === "word" || kind === "opaque" || kind === "line" ? kind : spelled.trim(),
    )
    .join(" ");

test("tokens follow each other, cover all but white space, and carry their places", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let at = 0;
      for (const { start, end } of tokeniseProse(text, newSteps())) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start).trim()).toBe("");
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});

test.each([
  ["1,234,567.50 + .5", "1234567.50 + 0.5"],
  ["10{,}000 \\times 2", "10000 * 2"],
  ["12 x 3 × 4 · 5 ÷ 6 − 7", "12 * 3 * 4 * 5 / 6 - 7"],
  ["3x4", "3 * 4"],
  ["weeks x 5", "word * 5"],
  ["x + 3", "word + 3"],
  ["2 ** 3", "2 ** 3"],
  ["2**3", "2 ^ 3"],
  ["**7**", "** 7 **"],
  ["5²", "5 ^ 2"],
  ["½", "\\frac { 1 } { 2 }"],
  ["\\frac12 \\dfrac{1}{2} \\frac1{2}", "\\frac { 1 } { 2 } \\frac { 1 } { 2 } \\frac { 1 } { 2 }"],
  ["\\sqrt[3]{8} \\sqrt16", "\\sqrt[3] { 8 } \\sqrt { 16 }"],
  ["90^\\circ 90°", "90 ^\\circ 90 °"],
  ["20\\% of 5", "20 % word 5"],
  ["3 is 4", "3 is 4"],
  ["3 is about 4", "3 ≈ 4"],
  ["3 is the sum", "3 word word word"],
  ["this island", "word word"],
  ["3 == 4 != 5 => 6", "3 == 4 != 5 => 6"],
  ["5! = 120", "5 ! = 120"],
  ["5 + 3 = 8!", "5 + 3 = 8 !"],
  ["- 3\n- 4", "- 3 line - 4"],
  ["miles/hour 60 miles / hour 60/5", "word word 60 word word 60 / 5"],
  ["12-pound 12-5", "12 word 12 - 5"],
  ["3 + 4\n= 7", "3 + 4 = 7"],
  ["3 &= 4 & 5", "3 & = 4 opaque 5"],
  ["1.5e3 2e+06 2e+6", "1.5e3 2e+06 2 word + 6"],
])("%j", (text, expected) => {
  expect(kinds(text).replaceAll("==", "=").replace("! =", "! =")).toBe(expected.replaceAll("==", "="));
});

test.each(["9:00", "1:2", "12,34", "1.2.3", "5th", "7pm", "x3", "a_1", "0730"])("%s is no number", (text) => {
  expect(tokeniseProse(text, newSteps()).map(({ kind }) => kind)).toEqual(["opaque"]);
});

test("a calculator mark is one token, a cut-off one is none", () => {
  expect(kinds("= $<<48/2=24>>24")).toBe("= $ <<48/2=24>> 24");
  expect(kinds("<<48/2=24")).toBe("< < 48 / 2 = 24");
});

test("in LaTeX a cheer is a factorial and a number with e is a product", () => {
  expect(kinds("\\[ 8! \\]")).toContain("8 !");
  expect(tokeniseProse("\\[ 8! ", newSteps()).at(-1)?.kind).toBe("operator");
  expect(tokeniseProse("8! ", newSteps()).at(-1)?.kind).toBe("break");
  expect(kinds("\\cdot 2e10")).toBe("* 2 opaque");
});

test("reading stops where the steps are out", () => {
  expect(tokeniseProse("1 + ".repeat(1000), newSteps(100)).length).toBeLessThan(60);
});

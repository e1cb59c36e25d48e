import fc from "fast-check";
import { expect, test } from "vitest";
import { foldCharacters } from "./characters.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

test("ASCII stays as it is, and folding twice is folding once", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: character }), (ascii, any) => {
      expect(foldCharacters(ascii)).toBe(ascii);
      expect(foldCharacters(foldCharacters(any))).toBe(foldCharacters(any));
    }),
  );
});

test("fullwidth digits and letters become ASCII", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{1,20}$/), (text) => {
      const wide = Array.from(text, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join("");
      expect(foldCharacters(wide)).toBe(text);
    }),
  );
});

test("signs of mathematics become commands", () => {
  expect(foldCharacters("−5×10³")).toBe("-5*10^3");
  expect(foldCharacters("x₁₂")).toBe("x_12");
  expect(foldCharacters("2π")).toBe("2\\pi ");
  expect(foldCharacters("(−∞, 3] ∪ {½}")).toBe("(-\\infty , 3] \\cup  {\\frac{1}{2}}");
  expect(foldCharacters("30°")).toBe("30^\\circ ");
  expect(foldCharacters("日曜日")).toBe("日曜日");
});

test("signs of currency become the names of currencies, where an amount stands alone", () => {
  expect(foldCharacters("€12.50")).toBe("12.50 euros ");
  expect(foldCharacters("12 £")).toBe("12 pounds ");
  expect(foldCharacters("€5, €6")).toBe("5 euros , 6 euros ");
  expect(foldCharacters("£5 million")).toBe("5 million");
  expect(foldCharacters("50¢")).toBe("50 cents");
});

test("private-use characters that stand for marks are removed", () => {
  expect(foldCharacters("a\ue000b\ue001c\ue002")).toBe("abc");
});

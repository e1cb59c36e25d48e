import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "./pieces.ts";

test("words are in lower case, commands whole, signs single, numbers only as long as they are", () => {
  expect(piecesOf("Let $f(x) = \\frac{12}{x^2} + \\Delta$, Élan 12345!")).toEqual([
    ..."let f ( x ) = \\frac 00 x ^ 0 + \\Delta , élan 000 !".split(" "),
  ]);
});

test("scripts without spaces come letter by letter, beside words of others", () => {
  expect(piecesOf("求x的值かな한국 수학")).toEqual(["求", "x", "的", "值", "か", "な", "한국", "수학"]);
});

test("no letter is lost, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
      const letters = (of: string) =>
        of
          .normalize("NFKC")
          .toLowerCase()
          .replace(/[^\p{L}]/gu, "");
      expect(letters(piecesOf(text).join(""))).toBe(letters(text));
    }),
  );
});

test("a text of any length is read in bounded time", () => {
  expect(piecesOf("a ".repeat(1_000_000)).length).toBeLessThanOrEqual(4000);
});

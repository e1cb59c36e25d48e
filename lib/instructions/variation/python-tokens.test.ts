import fc from "fast-check";
import { expect, test } from "vitest";
import { pythonTokens } from "./python-tokens.ts";

const piece = fc.constantFrom(
  '"',
  "'",
  '"""',
  "#",
  "\n",
  "12",
  "1e5",
  "0x1F",
  "x1",
  "f'",
  "\\",
  "**",
  " ",
  "(",
  "é",
  ".5",
);

test("tokens lie in order and apart, each is its place's text, and what is between them is blank or a backslash", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const source = pieces.join("");
      let last = 0;
      for (const { start, end, text } of pythonTokens(source)) {
        expect(source.slice(start, end)).toBe(text);
        expect(end).toBeGreaterThan(start);
        expect(source.slice(last, start)).toMatch(/^[\s\\]*$/);
        last = end;
      }
      expect(source.slice(last)).toMatch(/^[\s\\]*$/);
    }),
  );
});

test.each([
  ["x1 = 1_000 + 1.5e-3", ["name x1", "operator =", "number 1_000", "operator +", "number 1.5e-3"]],
  ["f'{a} 5' # 7", ["string f'{a} 5'", "comment # 7"]],
  ['"""a\n5""" 3', ['string """a\n5"""', "number 3"]],
  ["'it\\'s 5' 6", ["string 'it\\'s 5'", "number 6"]],
  ["'open 5\n6", ["string 'open 5", "newline \n", "number 6"]],
  ["2**3//4", ["number 2", "operator **", "number 3", "operator //", "number 4"]],
])("cuts %j", (source, tokens) => {
  expect(pythonTokens(source).map(({ kind, text }) => `${kind} ${text}`)).toEqual(tokens);
});

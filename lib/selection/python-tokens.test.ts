import { expect, test } from "vitest";
import { pythonTokens } from "./python-tokens.ts";

const texts = (program: string) => pythonTokens(program).map(({ text }) => text);

test("a line is cut into names, numbers, strings and signs", () => {
  expect(texts("x_1 = 3.5**2 // f('a b', \"c\")  # why")).toEqual([
    "x_1",
    "=",
    "3.5",
    "**",
    "2",
    "//",
    "f",
    "(",
    "'a b'",
    ",",
    '"c"',
    ")",
  ]);
});

test("the indentation of a line stays, blank lines go", () => {
  expect(texts("if x:\n\n\n\ty = 1\n    \nz")).toEqual(["if", "x", ":", "\n    ", "y", "=", "1", "\n", "z"]);
});

test("a string that is a statement goes, one that is used stays", () => {
  expect(texts("'''doc'''\nx = 'kept'")).toEqual(["x", "=", "'kept'"]);
});

test("a string that never ends is read sign by sign", () => {
  expect(texts("x = 'open\ny")).toEqual(["x", "=", "'", "open", "\n", "y"]);
});

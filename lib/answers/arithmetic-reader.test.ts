import { expect, test } from "vitest";
import { isLatex, Reader } from "./arithmetic-reader.ts";

const spelled = (reader: Reader): string =>
  reader.tokens.map(({ kind, text }) => `${kind}:${text}`).join(" ");

test("an argument without braces gets them, without taking a place in the text", () => {
  const reader = new Reader("12");
  reader.wanted = 2;
  reader.bareArgument("number", 1);
  reader.bareArgument("number", 1);
  expect(spelled(reader)).toBe("argument:{ number:1 end-argument:} argument:{ number:2 end-argument:}");
  expect(reader.wanted).toBe(0);
  expect(reader.at).toBe(2);
});

test("a closing brace closes what its opening one opened, and one too many is opaque", () => {
  const reader = new Reader("{{}}}");
  reader.openBrace("argument");
  reader.openBrace("quiet");
  for (let count = 0; count < 3; count += 1) reader.closeBrace();
  expect(reader.tokens.map(({ kind }) => kind)).toEqual([
    "argument",
    "quiet",
    "quiet",
    "end-argument",
    "opaque",
  ]);
});

test("lines before a relation are joined to it", () => {
  const reader = new Reader("\n\n=");
  reader.push("line", 1);
  reader.push("line", 1);
  reader.push("relation", 1);
  expect(spelled(reader)).toBe("relation:=");
});

test("a command makes a text LaTeX, a dollar sign doesn't", () => {
  expect(isLatex("$5 + $3")).toBe(false);
  expect(isLatex("5 \\cdot 3")).toBe(true);
});

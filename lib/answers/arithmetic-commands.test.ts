import { expect, test } from "vitest";
import { readCommand } from "./arithmetic-commands.ts";
import { Reader } from "./arithmetic-reader.ts";

function read(text: string): (string | number)[] | null {
  const reader = new Reader(text);
  return readCommand(reader) ? [reader.last?.kind ?? "", reader.last?.text ?? "", reader.at] : null;
}

test.each([
  ["\\times 3", ["operator", "*", 6]],
  ["\\div", ["operator", "/", 4]],
  ["\\dfrac{1}{2}", ["command", "\\frac", 6]],
  ["\\sqrt[3]{8}", ["command", "\\sqrt[3]", 8]],
  ["\\approx", ["relation", "≈", 7]],
  ["\\begin{align*}", ["break", "<", 14]],
  ["\\boxed{7}", ["quiet", "\\", 6]],
  ["\\left(", ["quiet", "", 5]],
  ["\\\\[2pt] 3", ["line", "\n", 7]],
  ["\\%", ["percent", "%", 2]],
  ["\\$5", ["quiet", "$", 2]],
  ["\\sin 3", ["opaque", "\\sin", 4]],
  ["\\cdots", ["opaque", "\\cdots", 6]],
  ["&= 3", ["quiet", "&", 1]],
  ["& 3", ["opaque", "&", 1]],
] as const)("%s", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("what is no command is left where it is", () => {
  expect(read("3 + 4")).toBeNull();
});

test("a fraction waits for two arguments, a root for one", () => {
  const wanted = (text: string): number => {
    const reader = new Reader(text);
    readCommand(reader);
    return reader.wanted;
  };
  expect([wanted("\\frac12"), wanted("\\sqrt2"), wanted("\\cdot")]).toEqual([2, 1, 0]);
});

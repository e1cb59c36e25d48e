import fc from "fast-check";
import { expect, test } from "vitest";
import { findPrinted } from "./printed.ts";

const found = (text: string): string | null => {
  const span = findPrinted(text);
  return span && text.slice(span.start, span.end);
};

test("the last line that says anything is the answer", () => {
  const line = fc.constantFrom(
    "18",
    "18.0",
    "[1, 2]",
    "sqrt(2)/2",
    "(3, 4)",
    "x + 1",
    "True",
    "Sunday",
    "{1, 2}",
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom("", "\n", "\n \n"), (lines, tail) => {
      expect(found(lines.join("\n") + tail)).toBe(lines.at(-1));
    }),
  );
});

test("labels come off, of a sentence the last number counts", () => {
  expect(found("Total: 18")).toBe("18");
  expect(found("The total cost is: $18")).toBe("$18");
  expect(found("x = 5")).toBe("5");
  expect(found("Janet makes 18 dollars")).toBe("18");
  expect(found("The answer is 7.")).toBe("7");
  expect(found("sqrt(2) + sqrt(3) + sqrt(5)")).toBe("sqrt(2) + sqrt(3) + sqrt(5)");
});

test("a value in brackets may take several lines", () => {
  expect(found("done\n[[1 2]\n [3 4]]\n")).toBe("[[1 2]\n [3 4]]");
  expect(found("Matrix([\n[1],\n[2]])")).toBe("Matrix([\n[1],\n[2]])");
  expect(found("1\n2)")).toBe("2)");
});

test("failures and nothing are no answers", () => {
  for (const text of [
    "",
    " \n",
    "None",
    "NameError: name 'x' is not defined",
    "Timeout",
    "1\nsympy.core.SomeError: no",
  ]) {
    expect(found(text), text).toBeNull();
  }
});

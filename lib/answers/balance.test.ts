import fc from "fast-check";
import { expect, test } from "vitest";
import { balanced } from "./balance.ts";
import { pieces } from "./split.ts";
import { newSteps } from "./steps.ts";

const part = fc.constantFrom(
  "(",
  ")",
  "[",
  "]",
  "\\{",
  "\\}",
  "1",
  ",",
  "x ",
  "\\begin{pmatrix}",
  "\\end{pmatrix}",
);

test("what comes back has its brackets in pairs, and no other characters than before are gone", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const repaired = balanced(text, newSteps());
      if (repaired === null) return;
      expect(pieces(text, newSteps())).toBeNull();
      expect(pieces(repaired, newSteps())).not.toBeNull();
      const plain = (all: string) => all.replace(/\\(?:begin|end)\{pmatrix\}/g, "").replace(/[^1,x]/g, "");
      expect(plain(repaired)).toBe(plain(text));
    }),
  );
});

test("open brackets are closed, closing ones without a partner go", () => {
  expect(balanced("(1,2", newSteps())).toBe("(1,2)");
  expect(balanced("\\{1,(2,3", newSteps())).toBe("\\{1,(2,3)\\}");
  expect(balanced("1)", newSteps())).toBe("1");
  expect(balanced("\\begin{pmatrix}1\\\\2", newSteps())).toBe("\\begin{pmatrix}1\\\\2\\end{pmatrix}");
});

test("brackets in pairs, of mixed shapes too, need nothing", () => {
  for (const text of ["(1,2]", "[1,2)", "x", "", "(1)(2)"])
    expect(balanced(text, newSteps()), text).toBeNull();
  expect(balanced("(".repeat(100), newSteps())).toBeNull();
});

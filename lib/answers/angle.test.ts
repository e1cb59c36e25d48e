import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAngles } from "./angle.ts";
import { spellLatex } from "./latex.ts";
import { readLeaf } from "./leaf.ts";
import { newSteps } from "./steps.ts";

const leaf = (text: string) => readLeaf(spellLatex(text, newSteps()), newSteps());
const compare = (a: string, b: string) => compareAngles(leaf(a), leaf(b), newSteps());

test("degrees are the radians that they are, and no others", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 720 }), fc.integer({ min: 1, max: 720 }), (a, b) => {
      const expected = a === b ? "equal" : "different";
      expect(compare(`${a}^\\circ`, `\\frac{${b}\\pi}{180}`)).toBe(expected);
      expect(compare(`\\frac{${b}}{180}\\pi \\text{ radians}`, `${a}°`)).toBe(expected);
    }),
  );
});

test("a decimal number of radians counts where it is near enough", () => {
  expect(compare("180^\\circ", "3.1415927 radians")).toBe("equal");
  expect(compare("180^\\circ", "3.14 radians")).toBe("different");
});

test("two angles in one unit, and numbers that name none, are not converted", () => {
  expect(compare("90^\\circ", "90")).toBeNull();
  expect(compare("90^\\circ", "90^\\circ")).toBeNull();
  expect(compare("\\pi", "3")).toBeNull();
  expect(compare("\\pi", "1 rad")).toBeNull();
});

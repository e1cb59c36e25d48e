import fc from "fast-check";
import { expect, test } from "vitest";
import { vectorComponents } from "./unit-vectors.ts";

test("components come out in their order, whatever the order of the terms", () => {
  const number = fc.integer({ min: -99, max: 99 }).filter((n) => Math.abs(n) > 1);
  const writing = fc.constantFrom(
    (d: string) => d,
    (d: string) => `\\hat{${d}}`,
    (d: string) => `\\vec{${d}}`,
  );
  fc.assert(
    fc.property(
      number,
      number,
      number,
      writing,
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (a, b, c, write, order) => {
        const terms = [`${a}${write("i")}`, `${b}${write("j")}`, `${c}${write("k")}`];
        const text = order
          .map((at) => terms[at] ?? "")
          .join(" + ")
          .replaceAll("+ -", "- ");
        expect(vectorComponents(text)).toEqual([a, b, c].map(String));
      },
    ),
  );
});

test("bare directions, fractions and missing components", () => {
  expect(vectorComponents("i-j")).toEqual(["1", "-1"]);
  expect(vectorComponents("\\frac{1}{2}\\hat{\\imath}+\\hat{\\jmath}")).toEqual(["\\frac{1}{2}", "1"]);
  expect(vectorComponents("2j-k")).toEqual(["0", "2", "-1"]);
});

test("complex numbers, products and other expressions are no vectors", () => {
  for (const text of ["3+4i", "3+4j", "ij", "i+j+1", "2i+3i", "j", "", "xj+yi^2", "i+2j+3j"]) {
    expect(vectorComponents(text), text).toBeNull();
  }
});

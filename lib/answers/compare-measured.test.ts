import fc from "fast-check";
import { expect, test } from "vitest";
import { compareMeasured, withLetterUnit } from "./compare-measured.ts";
import { spellLatex } from "./latex.ts";
import { readLeaf } from "./leaf.ts";
import { newSteps } from "./steps.ts";

const leaf = (text: string) => readLeaf(spellLatex(text, newSteps()), newSteps());

function outcome(a: string, b: string): string {
  const [p, q] = [leaf(a), leaf(b)];
  const [x, y] = [withLetterUnit(p, q, newSteps()), withLetterUnit(q, p, newSteps())];
  if (!x.number || !y.number) throw new Error(`${a} or ${b} is no number`);
  return compareMeasured(x, y, x.number, y.number, newSteps()).outcome;
}

const amount = fc
  .tuple(
    fc.integer({ min: 1, max: 20 }),
    fc.constantFrom(
      "",
      " cm",
      " m",
      " feet",
      " hours",
      " dollars",
      "%",
      "^\\circ",
      " apples",
      " kg",
      " months",
      " degrees C",
    ),
  )
  .filter(([, unit]) => unit !== " m")
  .map(([n, unit]) => `${n}${unit}`);

test("comparing amounts is reflexive and symmetric", () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      expect(outcome(a, a)).toBe("equal");
      expect(outcome(a, b)).toBe(outcome(b, a));
    }),
  );
});

test("known units are converted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
      expect(outcome(`${n} meters`, `${100 * n} cm`)).toBe("equal");
      expect(outcome(`${n} meters`, `${n} cm`)).toBe("different");
      expect(outcome(`${n} cm`, `${n / 100} m`)).toBe("equal");
      expect(outcome(`${n} hours`, `${60 * n} minutes`)).toBe("equal");
      expect(outcome(`${254 * n} cm`, `${100 * n} inches`)).toBe("equal");
    }),
  );
});

test("units of different things differ, and what may be either is doubted", () => {
  expect(outcome("5 cm", "5 cm^2")).toBe("different");
  expect(outcome("\\$5", "5 euros")).toBe("different");
  expect(outcome("40%", "40 dollars")).toBe("different");
  expect(outcome("90^\\circ", "90%")).toBe("different");
  expect(outcome("100 degrees C", "100 degrees F")).toBe("different");
  expect(outcome("100 degrees C", "100^\\circ")).toBe("undecided");
  expect(outcome("12 months", "365 days")).toBe("undecided");
  expect(outcome("5 apples", "5 oranges")).toBe("undecided");
});

test("a unit on one side is dropped", () => {
  expect(outcome("5 cm", "5")).toBe("equal");
  expect(outcome("30^\\circ", "30")).toBe("equal");
  expect(outcome("180^\\circ", "\\pi")).toBe("equal");
});

test("a letter is a unit only against one", () => {
  expect(withLetterUnit(leaf("5m"), leaf("5"), newSteps()).number).toBeNull();
  expect(withLetterUnit(leaf("5x"), leaf("5 cm"), newSteps()).number).toBeNull();
  expect(withLetterUnit(leaf("5m"), leaf("5 cm"), newSteps()).unit?.dimension).toBe("length");
});

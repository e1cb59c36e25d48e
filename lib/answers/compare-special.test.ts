import fc from "fast-check";
import { expect, test } from "vitest";
import { compareSpecial } from "./compare-special.ts";
import { spellLatex } from "./latex.ts";
import { readLeaf } from "./leaf.ts";
import { newSteps } from "./steps.ts";

const leaf = (text: string) => readLeaf(spellLatex(text, newSteps()), newSteps());
const outcome = (a: string, b: string) => compareSpecial(leaf(a), leaf(b), newSteps())?.outcome ?? null;

const text = fc.constantFrom(
  ..."1011_2|11_{10}|11|1011|1.5|90|March 5, 2024|03/05/2024|2024-03-05|March 5|March|3:30 PM|15:30:00|3 PM|3|noon|1 hour 30 minutes|90 minutes|third|3rd|1/3|Sunday|x+1".split(
    "|",
  ),
);

test("comparing is symmetric, and reflexive where it says anything", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(outcome(a, b)).toBe(outcome(b, a));
      expect(["equal", null]).toContain(outcome(a, a));
    }),
  );
});

test("numbers in bases have their values, and may have left their base out", () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }), (n, p, q) => {
      const [a, b] = [n.toString(p), n.toString(q)];
      expect(outcome(`${a}_${p}`, `${b}_{${q}}`)).toBe("equal");
      expect(outcome(`${a}_${p}`, `${(n + 1).toString(q)}_${q}`)).toBe("different");
      expect(outcome(`${a}_${p}`, String(n))).toBe("equal");
      expect(outcome(`${a}_${p}`, a)).toBe(n < p ? "equal" : "undecided");
    }),
  );
  expect(outcome("1011_2", "1011_3")).toBe("different");
  expect(outcome("1011_2", "12")).toBe("different");
});

test("days and times", () => {
  expect(outcome("March 5, 2024", "2024-03-05")).toBe("equal");
  expect(outcome("March 5, 2024", "03/05/2024")).toBe("undecided");
  expect(outcome("03/05/2024", "03/05/2024")).toBe("equal");
  expect(outcome("March 5, 2024", "5")).toBe("undecided");
  expect(outcome("March 5, 2024", "2024")).toBe("different");
  expect(outcome("March 5", "March")).toBe("different");
  expect(outcome("3:30 PM", "3:30 p.m.")).toBe("equal");
  expect(outcome("3:30 PM", "3")).toBe("undecided");
  expect(outcome("3:30 PM", "7")).toBe("different");
  expect(outcome("3 PM", "3")).toBeNull();
});

test("amounts in several units, in any of them", () => {
  for (const other of ["90 min", "1.5 hours", "5400 s"]) {
    expect(compareSpecial(leaf("1 hour 30 minutes"), leaf(other), newSteps()), other).toBeNull();
  }
  expect(outcome("1 hour 30 minutes", "90")).toBe("equal");
  expect(outcome("1 hour 30 minutes", "1.5")).toBe("equal");
  expect(outcome("1 hour 30 minutes", "1.3")).toBe("different");
});

test("places in an order", () => {
  expect(outcome("third", "3rd")).toBe("equal");
  expect(outcome("third", "4th")).toBe("different");
  expect(outcome("third", "3")).toBe("undecided");
  expect(outcome("third", "1/3")).toBe("undecided");
  expect(outcome("third", "5")).toBe("different");
});

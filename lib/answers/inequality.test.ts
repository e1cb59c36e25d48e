import fc from "fast-check";
import { expect, test } from "vitest";
import { readInequality } from "./inequality.ts";
import { type End, type Interval, UNBOUNDED } from "./interval.ts";
import { spellLatex } from "./latex.ts";
import { newSteps } from "./steps.ts";

/** The solution in interval notation, or null. */
function solve(text: string): string | null {
  const found = readInequality(spellLatex(text, newSteps()), newSteps());
  if (!found) return null;
  const open = (end: End, sign: string): string => `${end.closed ? "[" : "("}${end.at?.text ?? `${sign}oo`}`;
  const close = (end: End): string => `${end.at?.text ?? "oo"}${end.closed ? "]" : ")"}`;
  const shown = ({ low, high }: Interval): string => `${open(low, "-")},${close(high)}`;
  return found.intervals.map(shown).join("U") || "none";
}

const LESS = ["<", "\\lt ", "<=", "\\le ", "\\leq ", "\\leqslant ", "≤"];
const MORE = [">", "\\gt ", ">=", "\\ge ", "\\geq ", "\\geqslant ", "≥"];
const isClosed = (sign: string): boolean => !["<", ">", "\\lt ", "\\gt "].includes(sign);

test("a bound on either side, and a chain in either direction, is one interval", () => {
  const bound = fc.integer({ min: -99, max: 99 });
  const sign = fc.nat(6);
  fc.assert(
    fc.property(bound, fc.integer({ min: 1, max: 99 }), sign, sign, (low, size, p, q) => {
      const high = low + size;
      const [lowSign, highSign] = [LESS[p] ?? "", LESS[q] ?? ""];
      const [lowBack, highBack] = [MORE[p] ?? "", MORE[q] ?? ""];
      const [left, right] = [isClosed(lowSign) ? "[" : "(", isClosed(highSign) ? "]" : ")"];
      expect(solve(`${low}${lowSign}x ${highSign} ${high}`)).toBe(`${left}${low},${high}${right}`);
      expect(solve(`${high} ${highBack} x${lowBack}${low}`)).toBe(`${left}${low},${high}${right}`);
      expect(solve(`x ${lowBack}${low}`)).toBe(`${left}${low},oo)`);
      expect(solve(`${low} ${lowSign} x`)).toBe(`${left}${low},oo)`);
      expect(solve(`x ${lowBack}${low} \\text{ and } x${highSign}${high}`)).toBe(
        `${left}${low},${high}${right}`,
      );
      expect(solve(`x${highSign}${high}, x ${lowBack}${low}`)).toBe(`${left}${low},${high}${right}`);
      expect(solve(`x<${low} \\text{ or } x>${high}`)).toBe(`(-oo,${low})U(${high},oo)`);
      expect(solve(`(x<${low}) \\lor (x>${high})`)).toBe(`(-oo,${low})U(${high},oo)`);
    }),
  );
});

test("where a comma or an 'and' can only list, it lists", () => {
  expect(solve("x<1, x>3")).toBe("(-oo,1)U(3,oo)");
  expect(solve("x<1 and x>3")).toBe("(-oo,1)U(3,oo)");
  expect(solve("x>2, x \\ne 3")).toBe("(2,3)U(3,oo)");
  expect(solve("x>2, x \\in \\mathbb{R}")).toBe("(2,oo)");
  expect(solve("x>1, x>3")).toBeNull();
  expect(solve("x<1, x=2, x>3")).toBe("(-oo,1)U[2,2]U(3,oo)");
});

test("unequal, linear and absolute conditions are solved", () => {
  expect(solve("x \\neq 3")).toBe("(-oo,3)U(3,oo)");
  expect(solve("x != 3")).toBe("(-oo,3)U(3,oo)");
  expect(solve("x \\ne \\pm 3")).toBe("(-oo,-3)U(-3,3)U(3,oo)");
  expect(solve("x \\ne -3, 3")).toBe("(-oo,-3)U(-3,3)U(3,oo)");
  expect(solve("x < \\pm 3")).toBeNull();
  expect(solve("x \\ne 1, x \\ne 2")).toBe("(-oo,1)U(1,2)U(2,oo)");
  expect(solve("2x + 1 < 7")).toBe("(-oo,\\frac{3}{1})");
  expect(solve("-2x \\le 7")).toBe("[\\frac{-7}{2},oo)");
  expect(solve("1 < 2x+1 \\le 7")).toBe("(\\frac{0}{1},\\frac{3}{1}]");
  expect(solve("|x| < 2")).toBe("(-(2),2)");
  expect(solve("|x-1| \\ge 3")).toBe("(-oo,\\frac{-2}{1}]U[\\frac{4}{1},oo)");
});

test("infinite and unknown bounds", () => {
  expect(solve("-\\infty < x < 3")).toBe("(-oo,3)");
  expect(solve("x < ∞")).toBe("(-oo,oo)");
  expect(solve("a < x \\le 2a")).toBe("(a,2a]");
  expect(solve("x > \\sqrt{a}")).toBe("(\\sqrt{a},oo)");
});

test("relations that say nothing of one variable are no solutions", () => {
  for (const text of [
    "x > y",
    "a < b < c",
    "f(2) < f(1) < f(4)",
    "3 < 5",
    "x = 3",
    "x^2 < 4",
    "x>1, y<2",
    "<",
    "x<",
    "e > 2",
  ]) {
    expect(solve(text), text).toBeNull();
  }
});

/** A pattern that backtracks without end would run into the time limit of the test. */
test("hostile conditions are refused in proportion to their length", () => {
  const part = fc.constantFrom(
    "x<",
    "1<x",
    " or ",
    ",",
    "(",
    ")",
    "|x",
    "\\ne ",
    "x>1",
    "<",
    "=",
    "\\frac{",
    "-",
    "2x+1<7 and ",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const unit = parts.join("");
      const text = unit.repeat(Math.ceil(4000 / unit.length)).slice(0, 4000);
      const steps = newSteps(300_000);
      readInequality(text, steps);
      expect(steps.taken).toBeLessThan(4 * steps.limit);
    }),
    { numRuns: 100 },
  );
});

test("an end stays the answer it is written as", () => {
  const found = readInequality("x>0.50", newSteps());
  expect(found?.intervals[0]?.low.at?.number?.decimal).toBe(true);
  expect(found?.intervals[0]?.high).toEqual(UNBOUNDED);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { hasOpenBase, identify } from "./identity.ts";
import { spellLatex } from "./latex.ts";
import { withoutMarks } from "./marks.ts";
import { readExpression } from "./read-expression.ts";
import { newSteps } from "./steps.ts";
import {
  anyExpression,
  inLatex,
  inPython,
  rationalExpression,
  sumWith,
  worth,
} from "./testing/random-expressions.ts";

function read(text: string) {
  const found = readExpression(withoutMarks(spellLatex(text, newSteps())), newSteps());
  if (!found) throw new Error(`${text} can't be read`);
  return found.expression;
}
const decide = (a: string, b: string) => identify(read(a), read(b), newSteps());
const kind = (a: string, b: string) => decide(a, b).kind;

test("an expression written in another way and order is never different, and a fraction of polynomials is equal", () => {
  fc.assert(
    fc.property(rationalExpression, (expression) => {
      const found = kind(inLatex(expression), inPython(expression));
      const defined = [0.7, 1.9, 3.3].some((x) =>
        Number.isFinite(worth(expression, { x, y: 2.3 * x, a: 1.7 })),
      );
      expect(["equal", ...(defined ? [] : ["open"])]).toContain(found);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(anyExpression, (expression) => {
      expect(["equal", "open"]).toContain(kind(inLatex(expression), inPython(expression)));
    }),
    { numRuns: 500 },
  );
});

test("an expression and one more than it are never equal", () => {
  fc.assert(
    fc.property(anyExpression, fc.integer({ min: 1, max: 5 }), (expression, more) => {
      expect(kind(inLatex(expression), inPython(sumWith(expression, more)))).not.toBe("equal");
    }),
    { numRuns: 500 },
  );
});

test("deciding is symmetric, and what is equal has equal values", () => {
  fc.assert(
    fc.property(anyExpression, anyExpression, fc.double({ min: 0.2, max: 9, noNaN: true }), (p, q, x) => {
      const [a, b] = [inLatex(p), inLatex(q)];
      expect(decide(b, a)).toEqual(decide(a, b));
      const [there, here] = [p, q].map((each) => worth(each, { x, y: 1.3 * x, a: 0.7 * x }));
      if (kind(a, b) !== "equal" || there === undefined || here === undefined) return;
      if (Number.isFinite(there) && Number.isFinite(here) && Math.abs(here) < 1e6)
        expect(there).toBeCloseTo(here, 6);
    }),
    { numRuns: 1000 },
  );
});

const coefficients = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 4 });
const expanded = (of: readonly number[]): string => of.map((each, at) => `(${each})x^{${at}}`).join("+");
const horner = (of: readonly number[]): string =>
  of.reduceRight((inner, each) => (inner === "" ? `(${each})` : `(${each}+x${inner})`), "");
const convolved = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: a.length + b.length - 1 }, (_, sum) =>
    a.reduce((total, each, at) => total + each * (b[sum - at] ?? 0), 0),
  );

test("a product of polynomials is its expansion in any form, and with one coefficient changed it is different", () => {
  fc.assert(
    fc.property(coefficients, coefficients, fc.nat(), fc.constantFrom(-1, 1), (p, q, at, by) => {
      const product = `(${horner(p)})(${expanded(q)})`;
      const result = convolved(p, q);
      expect(kind(product, expanded(result))).toBe("equal");
      expect(kind(product, horner(result))).toBe("equal");
      const changed = result.with(at % result.length, (result[at % result.length] ?? 0) + by);
      expect(kind(product, expanded(changed))).toBe("different");
    }),
  );
});

test("equal by exact relations between roots, angles, powers and logarithms", () => {
  const pairs: [string, string][] = [
    ["(1+i)(1-i)", "2"],
    ["e^{i\\pi/3}", "\\frac{1+i\\sqrt3}{2}"],
    ["\\frac{x}{\\sqrt2}", "\\frac{\\sqrt2 x}{2}"],
    ["\\sqrt{12x}", "2\\sqrt{3x}"],
    ["\\frac{1}{\\sqrt{x}+1}", "\\frac{\\sqrt{x}-1}{x-1}"],
    ["\\sin 2x", "2\\sin x\\cos x"],
    ["\\cos 2x", "1-2\\sin^2 x"],
    ["\\cos 15^\\circ", "\\frac{\\sqrt6+\\sqrt2}{4}"],
    ["4^n", "2^{2n}"],
    ["(-1)^{n+1}", "-(-1)^n"],
    ["\\log 8", "3\\log 2"],
    ["\\frac{n!}{k!(n-k)!}", "\\binom{n}{k}"],
    ["\\frac{a-b}{c-d}", "\\frac{b-a}{d-c}"],
    ["|2x-2|", "2|1-x|"],
  ];
  for (const [a, b] of pairs) expect(kind(a, b), `${a} ${b}`).toBe("equal");
});

test("what differs by little is different all the same, by symbols where doubles can't show it", () => {
  expect(decide("x+10^{-30}", "x")).toMatchObject({ kind: "different", by: "symbolic" });
  expect(decide("x+10^{-9}", "x")).toMatchObject({ kind: "different", by: "numeric" });
  expect(decide("3+4i", "3-4i")).toMatchObject({ kind: "different", by: "numeric" });
});

test("what is equal on one side of zero only, or for one base only, is left open", () => {
  expect(kind("\\sqrt{x^2}", "x")).toBe("negative");
  expect(kind("|x|", "x")).toBe("negative");
  expect(kind("\\log 100", "2")).toBe("open");
  expect(kind("\\ln x", "\\log x")).toBe("open");
  expect(kind("\\log 100", "3")).toBe("different");
  expect(hasOpenBase(read("1+\\log x"))).toBe(true);
  expect(hasOpenBase(read("1+\\log_2 x"))).toBe(false);
});

test("what is never defined, or too large, is left open in bounded steps", () => {
  for (const [a, b] of [
    ["(x+1)^{999999}", "(x+1)^{999998}"],
    ["9^{9^{9^9}}", "9^{9^{9^8}}"],
    ["\\sqrt{-x^2-1}", "\\sqrt{-x^2-2}"],
    ["(a+b+c+d+f+g+h)^{20}", "(b+a+c+d+f+g+h)^{20}"],
  ] as const) {
    const steps = newSteps();
    expect(identify(read(a), read(b), steps).kind, a).toBe("open");
    expect(steps.taken).toBeLessThan(60_000);
  }
});

import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Expression, walk } from "./expression.ts";
import { extractAnswer } from "./extract.ts";
import { spellLatex } from "./latex.ts";
import type { Leaf } from "./leaf.ts";
import { readExpression } from "./read-expression.ts";
import { newSteps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";
import { anyExpression, inLatex } from "./testing/random-expressions.ts";
import { isWords } from "./words.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const read = (text: string) => readExpression(spellLatex(text, newSteps()), newSteps());

/** The tree in brackets, to compare by eye. */
function shown(of: Expression | null | undefined): string | null {
  if (!of) return null;
  if (of.kind === "number") return of.d === "1" ? of.n : `${of.n}/${of.d}`;
  if (of.kind === "sum") return `(${of.terms.map(shown).join(" + ")})`;
  if (of.kind === "product") return of.factors.map(shown).join(" ");
  if (of.kind === "power") return `{${shown(of.base)}}^{${shown(of.exponent)}}`;
  return of.kind === "call" ? `${of.name}(${of.of.map(shown).join(", ")})` : of.name;
}
const tree = (text: string): string | null => shown(read(text)?.expression);

test("a random expression can be read, and its tree survives JSON", () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const found = read(inLatex(expression));
      expect(found).not.toBeNull();
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    }),
  );
});

test("any text is read without an exception, in steps that its length bounds", () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        ..."(|)|{|}|[|]|^|^{|_|\\frac{|\\sqrt{|\\log_|\\sin|x|1|.|!|/|-|°|e|i|\\binom{| ".split("|"),
        "|",
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: character }), hostile),
      fc.integer({ min: 1, max: 50 }),
      (text, times) => {
        const long = text.repeat(times);
        const steps = newSteps();
        readExpression(long, steps);
        expect(steps.taken).toBeLessThanOrEqual(40 * (long.length + 1) + 4000);
        expect(readExpression(`${long}x`, newSteps(1))).toBeNull();
      },
    ),
    { numRuns: 500 },
  );
  for (const text of [
    "(".repeat(900),
    "|".repeat(900),
    "2^".repeat(450),
    "-".repeat(999),
    "\\frac{1}{".repeat(80),
  ])
    expect(read(text)).toBeNull();
});

test("products without a sign, powers and signs bind as in print", () => {
  expect(tree("2x(x+1)")).toBe("2 x (x + 1)");
  expect(tree("-x^2")).toBe("-1 {x}^{2}");
  expect(tree("2^3^2")).toBe("{2}^{{3}^{2}}");
  expect(tree("x^{-1}y")).toBe("{x}^{-1} y");
  expect(tree("x**2*y")).toBe("{x}^{2} y");
  expect(tree("a-b-c")).toBe("(a + -1 b + -1 c)");
  expect(tree("a/b/c")).toBe("a {b}^{-1} {c}^{-1}");
  expect(tree("\\frac{3}{6}x")).toBe("1/2 x");
  expect(tree("2\\frac12x")).toBe("5/2 x");
  expect(tree("0.25x")).toBe("1/4 x");
  expect(tree("0.\\overline{3}x")).toBe("1/3 x");
  expect(tree("n!2^n")).toBe("factorial(n) {2}^{n}");
  expect(tree("3+i4")).toBe("(3 + i 4)");
});

test("functions take the argument that print gives them", () => {
  expect(tree("sin^2 x")).toBe("{sin(x)}^{2}");
  expect(tree("\\sin 2x\\cos x")).toBe("sin(2 x) cos(x)");
  expect(tree("x\\ln x^2")).toBe("x ln({x}^{2})");
  expect(tree("\\sin^{-1}x")).toBe("arcsin(x)");
  expect(tree("\\log_2 x")).toBe("log(x, 2)");
  expect(tree("\\log_{10}(x+1)")).toBe("log((x + 1), 10)");
  expect(tree("\\log_23")).toBe("log(3, 2)");
  expect(tree("\\sqrt[3]{x}")).toBe("root(x, 3)");
  expect(tree("sqrt((x+1)(x-2))")).toBe("root((x + 1) (x + -2), 2)");
  expect(tree("exp(-x)")).toBe("{e}^{-1 x}");
  expect(tree("cis\\theta")).toBe("{e}^{i theta}");
  expect(tree("xsinx")).toBe("x sin(x)");
  expect(tree("\\binom{n}{k}")).toBe("binomial(n, k)");
  expect(tree("binomial(n,k)")).toBe("binomial(n, k)");
  expect(tree("\\lfloor x\\rfloor")).toBe("floor(x)");
  expect(tree("||x|-1|+2|x|")).toBe("(abs((abs(x) + -1)) + 2 abs(x))");
  expect(tree("e^{i\\pi/3}")).toBe("{e}^{i pi {3}^{-1}}");
  expect(tree("a_{n+1}+x_1")).toBe("(a_n+1 + x_1)");
});

test("what can be read in two ways is read in neither, or in both where they are two", () => {
  for (const text of ["\\sin x/2", "\\sin 2(x+1)", "f(x)+1", "n!!", "3\\frac{5}{2}x", "2 3", "1.5e-3x"])
    expect(read(text), text).toBeNull();
  const halves = read("1/2x");
  expect([shown(halves?.expression), shown(halves?.other)]).toEqual(["1/2 x", "1 {2 x}^{-1}"]);
  expect(read("\\frac12x")?.other).toBeNull();
});

test("words, relations and unknown commands are no expressions", () => {
  for (const text of [
    "apples",
    "x=3",
    "x<3",
    "all",
    "\\overline{AB}",
    "\\mathbb{R}",
    "1,2",
    "x'",
    "",
    "x+",
    "()",
  ])
    expect(read(text), text).toBeNull();
  expect(readExpression("is odd", newSteps())).toBeNull();
});

test("the digits of decimals are counted", () => {
  expect(read("0.3333333x+1.5")?.significant).toBe(7);
  expect(read("3x+15")?.significant).toBe(0);
});

const DATA = new URL("../../../shared/data/math/test.jsonl", import.meta.url);

function leavesOf(answer: string): Leaf[] {
  const found: Leaf[] = [];
  JSON.stringify(parseAnswer(spellLatex(answer, newSteps()), newSteps()), (_, value: unknown) => {
    if (typeof value === "bigint") return String(value);
    // Every object with this kind is a leaf: see `Answer`.
    if (value !== null && typeof value === "object" && "kind" in value && value.kind === "leaf")
      found.push(value as Leaf);
    return value;
  });
  return found;
}

test.skipIf(!existsSync(DATA))("the expressions among MATH's 5000 reference answers can be read", () => {
  const answers = readFileSync(DATA, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => extractAnswer(String(JSON.parse(line).solution))?.answer ?? "");
  const unread = answers
    .flatMap(leavesOf)
    .filter(({ number, special, text }) => number === null && special === null && !isWords(text))
    .filter(
      ({ text }) => !/[=<>:]|\\(?:le|ge|emptyset)/.test(text) && readExpression(text, newSteps()) === null,
    )
    .map(({ text }) => text);
  expect(unread).toEqual(["3-2f(x)", "\\overline{CD}"]);
});

test("every node that a text can make is one of the kinds", () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const found = read(inLatex(expression));
      const kinds = found ? [...walk(found.expression)].map(({ kind }) => kind) : [];
      expect(
        new Set([...kinds, "number", "constant", "variable", "sum", "product", "power", "call"]).size,
      ).toBe(7);
    }),
  );
});

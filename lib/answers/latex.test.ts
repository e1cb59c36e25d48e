import fc from "fast-check";
import { expect, test } from "vitest";
import { spellLatex } from "./latex.ts";
import { MONEY, TEXT_END, TEXT_START } from "./marks.ts";
import { newSteps } from "./steps.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const spell = (text: string): string => spellLatex(text, newSteps());

test("one spelling for commands that mean the same", () => {
  expect(spell("\\dfrac{1}{2}")).toBe(spell("\\tfrac12"));
  expect(spell("x \\leqslant 2")).toBe(spell("x\\le 2").replace("x", "x "));
  expect(spell("3\\cdot 4")).toBe("3* 4");
  expect(spell("\\left( 1,2 \\right)")).toBe("( 1,2 )");
  expect(spell("\\bigl[1,2\\bigr)")).toBe("[1,2)");
  expect(spell("a\\,b\\;c\\!d~e\\quad f")).toBe("a b cd e f");
});

test("delimiters of mathematics, bold type and final punctuation go", () => {
  for (const text of [
    "$5$",
    "\\(5\\)",
    "\\[ 5 \\]",
    "$$5$$",
    "**5**",
    "`5`",
    "5.",
    "5 ,",
    "\\boxed{5}",
    "**$5$.**",
  ]) {
    expect(spell(text), text).toBe("5");
  }
  expect(spell("0.333...")).toBe("0.333...");
});

test("a dollar sign that is left over, or escaped, is money", () => {
  expect(spell("\\$5")).toBe(`${MONEY}5`);
  expect(spell("$5")).toBe(`${MONEY}5`);
  expect(spell("-$5.50")).toBe(`-${MONEY}5.50`);
  expect(spell("$x$")).toBe("x");
});

test("thousands written with LaTeX's spaces are joined", () => {
  for (const text of ["1,\\!234", "1{,}234", "1\\,234", "1, \\! 234"]) expect(spell(text), text).toBe("1234");
  expect(spell("11,\\! 111,\\! 111,\\! 100")).toBe("11111111100");
  expect(spell("(1,\\!2)")).toBe("(1,2)");
});

test("Python's spelling becomes LaTeX's", () => {
  expect(spell("3*sqrt(2)")).toBe("3*\\sqrt{2}");
  expect(spell("2**10")).toBe("2^10");
  expect(spell("Fraction(3, 2)")).toBe("\\frac{3}{2}");
  expect(spell("2*pi")).toBe("2*\\pi");
  expect(spell("Matrix([[1, 2], [3, 4]])")).toBe("\\begin{pmatrix}1 & 2 \\\\3 & 4\\end{pmatrix}");
  expect(spell("(-oo, 3)")).toBe(spell("(-\\infty , 3)"));
  expect(spell("{1, 2}")).toBe("\\{1, 2\\}");
});

test("degrees are a unit in text", () => {
  for (const text of ["30^\\circ", "30^{\\circ}", "30°", "30\\degree"]) {
    expect(spell(text)).toBe(`30${TEXT_START}degrees${TEXT_END}`);
  }
});

test("rows of a matrix stay apart, and commands doubled by escaping don't stay doubled", () => {
  expect(spell("\\begin{pmatrix} 1 \\\\[2pt] 2 \\end{pmatrix}")).toBe(
    "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}",
  );
  expect(spell("\\\\frac{1}{2}")).toBe("\\frac{1}{2}");
});

test("a plain number is spelled as it is", () => {
  fc.assert(
    fc.property(fc.integer(), fc.stringMatching(/^\s{0,3}$/), (n, blank) => {
      expect(spell(`${blank}${n}${blank}`)).toBe(String(n));
    }),
  );
});

test("any string is spelled without an exception, and the work stops at the limit", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: character }), fc.stringMatching(/^[\\{}$^_a-f,.! ]{0,80}$/)),
      (text) => {
        const steps = newSteps();
        expect(spellLatex(text, steps)).not.toContain("$");
        expect(steps.taken).toBeLessThanOrEqual(40 * (text.length + 1));
        expect(spellLatex(text.padEnd(10, "x"), newSteps(3))).toBe("");
      },
    ),
  );
});

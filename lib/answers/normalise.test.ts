import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_ANSWER_LENGTH, normaliseAnswer } from "./normalise.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const answer = fc.constantFrom(
  "18",
  "-\\frac{3}{4}",
  "1,234,567",
  "2\\sqrt{3}",
  "(1,2)",
  "[0,\\infty)",
  "\\{1,2,3\\}",
  "x^2+2x+1",
  "25\\%",
  "\\$5.50",
  "30^\\circ",
  "\\text{Sunday}",
  "5\\text{ cm}",
  "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}",
  "(-\\infty,2)\\cup(3,\\infty)",
  "3 \\pm \\sqrt{2}",
  "1\\frac{1}{2}",
  "4:3",
  "664_7",
);

test("canonical text is its own canonical text", () => {
  fc.assert(
    fc.property(answer, (text) => {
      const once = normaliseAnswer(text);
      expect(normaliseAnswer(once)).toBe(once);
    }),
  );
});

test("canonical text doesn't depend on how the answer was set", () => {
  const settings = fc.constantFrom<(text: string) => string>(
    (text) => `$${text}$`,
    (text) => `\\(${text}\\)`,
    (text) => `  ${text} .`,
    (text) => `\\boxed{${text}}`,
    (text) => text.replaceAll("\\frac", "\\dfrac"),
    (text) => text.replace(/\\frac\{(\d)\}\{(\d)\}/g, "\\frac$1$2"),
    (text) => text.replace(/\(/g, "\\left( ").replace(/\)/g, " \\right)"),
    (text) => `${text}\\!`,
    (text) => text.replaceAll("\\text", "\\mbox"),
  );
  fc.assert(
    fc.property(answer, settings, (text, set) => {
      expect(normaliseAnswer(set(text))).toBe(normaliseAnswer(text));
    }),
  );
});

test("what canonical text looks like", () => {
  const cases = {
    "1,234": "1234",
    "(1, 2)": "(1,2)",
    "\\dfrac12": "\\frac{1}{2}",
    "x = 3": "3",
    "\\$5": "5",
    "18 apples": "18",
    "50 \\%": "50%",
    "−５": "-5",
    "7, -2, \\text{ and } -5": "7,-2,-5",
    "\\text{ Sunday }": "Sunday",
    "x > 2": "(2,\\infty)",
    "x \\ne 3": "(-\\infty,3)\\cup(3,\\infty)",
    "\\mathbb{R}": "(-\\infty,\\infty)",
    "\\langle 1, 2 \\rangle": "(1,2)",
    "\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}": "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
  };
  for (const [given, expected] of Object.entries(cases)) expect(normaliseAnswer(given)).toBe(expected);
});

test("an answer that is too long is only trimmed", () => {
  const long = "x + 1,".repeat(MAX_ANSWER_LENGTH);
  expect(normaliseAnswer(`  ${long} `)).toBe(long);
});

test("any string has a canonical text", () => {
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      expect(typeof normaliseAnswer(text)).toBe("string");
    }),
  );
});
